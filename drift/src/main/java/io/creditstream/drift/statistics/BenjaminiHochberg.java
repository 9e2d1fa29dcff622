package io.creditstream.drift.statistics;

import java.util.Arrays;

/**
 * Benjamini and Hochberg's procedure (1995): of F p-values p_(1) ≤ … ≤ p_(F), those up to the
 * greatest p_(i) ≤ i q / F count as discoveries, of which at most the share q is false on average.
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /**
   * The greatest p-value that is a discovery; negative if none is.
   *
   * @param q false discovery rate, in (0, 1)
   */
  public static double threshold(double[] pValues, double q) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length; i >= 1; i--) {
      if (sorted[i - 1] <= i * q / sorted.length) {
        return sorted[i - 1];
      }
    }
    return -1;
  }
}
