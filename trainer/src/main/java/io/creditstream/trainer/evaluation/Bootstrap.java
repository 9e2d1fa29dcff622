package io.creditstream.trainer.evaluation;

import io.creditstream.trainer.result.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Percentile intervals of the bootstrap: a figure is computed on many samples of the rows, drawn
 * with replacement, and its interval runs from the 2.5 % to the 97.5 % quantile (Efron and
 * Tibshirani, "An Introduction to the Bootstrap", 1993). The model is not fitted again: the
 * interval tells what other applicants would change, not what another training would.
 */
public final class Bootstrap {

  private static final int MOST = 1000;
  private static final int LEAST = 200;
  private static final double ROWS_IN_ALL = 2e7;
  private static final double TAIL = 0.025;

  private final RankedRows rows;
  private final long seed;

  /**
   * @param seed seed of the samples
   */
  public Bootstrap(RankedRows rows, long seed) {
    this.rows = rows;
    this.seed = seed;
  }

  /** Intervals of figures, all on the same samples. */
  public List<Interval> intervals(List<ToDoubleFunction<RankedRows>> figures) {
    int samples = samples();
    double[][] values =
        IntStream.range(0, samples)
            .parallel()
            .mapToObj(
                sample -> {
                  RankedRows drawn =
                      rows.resample(new SplittableRandom(seed * 1_000_003L + sample));
                  return figures.stream()
                      .mapToDouble(figure -> figure.applyAsDouble(drawn))
                      .toArray();
                })
            .toArray(double[][]::new);
    return IntStream.range(0, figures.size())
        .mapToObj(
            i ->
                interval(
                    figures.get(i).applyAsDouble(rows),
                    Arrays.stream(values).mapToDouble(value -> value[i])))
        .toList();
  }

  /** Fewer for many rows, whose intervals are narrow anyway. */
  int samples() {
    return (int) Math.max(LEAST, Math.min(MOST, ROWS_IN_ALL / Math.max(1, rows.size())));
  }

  /** A sample of one class alone has no AUC: it is left out. */
  private static Interval interval(double value, DoubleStream samples) {
    double[] sorted = samples.filter(sample -> !Double.isNaN(sample)).sorted().toArray();
    if (sorted.length == 0) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    return new Interval(value, quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  /** The order statistic x_⌈qn⌉. */
  private static double quantile(double[] sorted, double q) {
    int rank = (int) Math.ceil(q * sorted.length);
    return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
  }
}
