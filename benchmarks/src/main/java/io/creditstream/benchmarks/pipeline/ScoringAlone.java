package io.creditstream.benchmarks.pipeline;

import io.creditstream.benchmarks.input.BenchmarkModel;
import io.creditstream.benchmarks.input.LightGbmBatch;
import io.creditstream.model.CreditModel;
import io.creditstream.model.ModelEngine;
import io.creditstream.model.VerifiedModel;
import java.io.PrintStream;
import java.util.function.IntToDoubleFunction;

/** Score and explanation without a pipeline around them, in one thread. */
final class ScoringAlone {

  private static final int BATCH = 64;
  private static final long NANOS = 1_000_000_000L;

  private final BenchmarkModel model;
  private final int repeats;
  private final PrintStream out;

  /** Keeps what was computed from being optimised away. */
  private double sink;

  ScoringAlone(BenchmarkModel model, int repeats, PrintStream out) {
    this.model = model;
    this.repeats = repeats;
    this.out = out;
  }

  void measure() {
    double[][] rows = model.rows();
    try (CreditModel lightGbm = session(ModelEngine.LIGHTGBM);
        CreditModel compiled = session(ModelEngine.COMPILED);
        LightGbmBatch batch = new LightGbmBatch(model.bundle().modelText())) {
      double[] flat = flat(rows);
      double single = rate(1, i -> lightGbm.rawScore(rows[i % rows.length]));
      double batches = rate(BATCH, i -> batch.rawScores(flat)[0]);
      double own = rate(1, i -> compiled.rawScore(rows[i % rows.length]));
      double explained = rate(1, i -> lightGbm.contributions(rows[i % rows.length])[0]);
      double ownExplained = rate(1, i -> compiled.contributions(rows[i % rows.length])[0]);
      Table table = new Table("", "one thread, no pipeline", "rows/s", "µs a row", "faster");
      row(table, "e", "score, LightGBM, single rows", single, single);
      row(table, "e", "score, LightGBM, batches of " + BATCH, batches, single);
      row(table, "f", "score, compiled", own, single);
      row(table, "", "contributions, LightGBM", explained, explained);
      row(table, "", "contributions, compiled", ownExplained, explained);
      out.printf("%d features%n%n%s%n", rows[0].length, table);
    }
  }

  private CreditModel session(ModelEngine engine) {
    return VerifiedModel.verify(model.bundle(), engine).newSession();
  }

  private static void row(Table table, String key, String what, double rate, double reference) {
    table.row(
        key,
        what,
        Table.number(rate),
        Table.number(1e6 / rate),
        Table.number(rate / reference) + " ×");
  }

  /** Rows a second: the median of runs of one second, after one of warming up. */
  private double rate(int rowsPerCall, IntToDoubleFunction call) {
    once(rowsPerCall, call);
    return Medians.of(repeats, () -> once(rowsPerCall, call));
  }

  private double once(int rowsPerCall, IntToDoubleFunction call) {
    long start = System.nanoTime();
    int calls = 0;
    while (System.nanoTime() - start < NANOS) {
      sink += call.applyAsDouble(calls++);
    }
    return (double) calls * rowsPerCall * NANOS / (System.nanoTime() - start);
  }

  private static double[] flat(double[][] rows) {
    int features = rows[0].length;
    double[] flat = new double[BATCH * features];
    for (int i = 0; i < BATCH; i++) {
      System.arraycopy(rows[i], 0, flat, i * features, features);
    }
    return flat;
  }
}
