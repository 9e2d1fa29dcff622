package io.creditstream.benchmarks.steps;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Score and explanation of one row, by LightGBM and compiled. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ModelBenchmark {

  @Benchmark
  public double scoreByLightGbm(ModelState state) {
    return state.lightGbm.rawScore(state.nextRow());
  }

  @Benchmark
  @OperationsPerInvocation(ModelState.BATCH)
  public double[] scoreByLightGbmInBatches(ModelState state) {
    return state.batch.rawScores(state.rows());
  }

  @Benchmark
  public double scoreCompiled(ModelState state) {
    return state.compiled.rawScore(state.nextRow());
  }

  @Benchmark
  public double[] explainByLightGbm(ModelState state) {
    return state.lightGbm.contributions(state.nextRow());
  }

  @Benchmark
  public double[] explainCompiled(ModelState state) {
    return state.compiled.contributions(state.nextRow());
  }
}
