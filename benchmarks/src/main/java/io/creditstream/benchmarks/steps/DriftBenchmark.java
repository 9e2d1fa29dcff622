package io.creditstream.benchmarks.steps;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.WindowMeasurement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Rows of 120 features a second on one core: counted and measured, and the straightforward way. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DriftBenchmark {

  @Benchmark
  @OperationsPerInvocation(DriftState.ROWS)
  public List<FeatureMeasure> driftOfAWindowCounted(DriftState state) {
    WindowHistogram counts = WindowHistogram.empty(state.layout.cells());
    for (int row = 0; row < DriftState.ROWS; row++) {
      counts.add(CellList.of(state.layout, state.rows[row], state.scores[row]));
    }
    return WindowMeasurement.measure(state.layout, counts);
  }

  @Benchmark
  @OperationsPerInvocation(DriftState.ROWS)
  public double driftOfAWindowInTwoPasses(DriftState state) {
    return TwoPassDrift.of(state.rows, state);
  }
}
