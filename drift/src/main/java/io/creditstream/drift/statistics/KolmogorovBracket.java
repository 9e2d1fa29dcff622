package io.creditstream.drift.statistics;

import java.util.stream.LongStream;

/**
 * Bounds of the two-sample Kolmogorov–Smirnov distance D of samples that are known only by their
 * counts in right-closed bins: low ≤ D ≤ high. With d_j the difference of the cumulative shares at
 * edge j, low is max |d_j|. Within a bin the difference can go as far as all of one sample lying
 * before all of the other: d_{j−1} + p_j one way, q_j − d_{j−1} the other; high is the largest of
 * these over the bins that are wider than a single double, and at least low.
 *
 * @param low lower bound, 0..1
 * @param high upper bound, low..1
 */
public record KolmogorovBracket(double low, double high) {

  /**
   * The bracket of two samples; 0 where one of them is empty.
   *
   * @param edges inner edges e_1 &lt; … &lt; e_k of the bins (e_{j−1}, e_j]
   * @param current counts of one sample in each of the k + 1 bins
   * @param reference counts of the other
   */
  public static KolmogorovBracket of(double[] edges, long[] current, long[] reference) {
    if (current.length != edges.length + 1 || reference.length != current.length) {
      throw new IllegalArgumentException("one more bin than edges is needed on both sides");
    }
    long currentTotal = LongStream.of(current).sum();
    long referenceTotal = LongStream.of(reference).sum();
    if (currentTotal == 0 || referenceTotal == 0) {
      return new KolmogorovBracket(0, 0);
    }
    double low = 0;
    double high = 0;
    long currentBelow = 0;
    long referenceBelow = 0;
    for (int j = 0; j < current.length; j++) {
      double before = difference(currentBelow, currentTotal, referenceBelow, referenceTotal);
      if (isWide(edges, j)) {
        double currentFirst =
            difference(currentBelow + current[j], currentTotal, referenceBelow, referenceTotal);
        double referenceFirst =
            difference(currentBelow, currentTotal, referenceBelow + reference[j], referenceTotal);
        high = Math.max(high, Math.max(currentFirst, -referenceFirst));
      }
      low = Math.max(low, Math.abs(before));
      currentBelow += current[j];
      referenceBelow += reference[j];
    }
    return new KolmogorovBracket(low, Math.max(low, high));
  }

  private static double difference(
      long currentBelow, long currentTotal, long referenceBelow, long referenceTotal) {
    return (double) currentBelow / currentTotal - (double) referenceBelow / referenceTotal;
  }

  /** Whether bin j holds more than one double. */
  private static boolean isWide(double[] edges, int j) {
    return j == 0 || j == edges.length || Math.nextUp(edges[j - 1]) < edges[j];
  }
}
