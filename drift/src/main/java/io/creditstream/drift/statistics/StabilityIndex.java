package io.creditstream.drift.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The population stability index: PSI = Σ (p − q) ln(p / q) over the bins, with additive half-count
 * smoothing p = (c + ½) / (N + ½B) on each side for B bins, so that an empty bin has a finite
 * effect. It is symmetric, 0 for equal shares, never negative, and has no upper bound.
 */
public final class StabilityIndex {

  private static final double HALF = 0.5;

  private StabilityIndex() {}

  /** The index; 0 where one of the samples is empty. */
  public static double of(BinPair pair) {
    if (!pair.comparable()) {
      return 0;
    }
    double currentTotal = pair.currentTotal() + HALF * pair.bins();
    double referenceTotal = pair.referenceTotal() + HALF * pair.bins();
    double sum = 0;
    for (int i = 0; i < pair.bins(); i++) {
      double p = (pair.current()[i] + HALF) / currentTotal;
      double q = (pair.reference()[i] + HALF) / referenceTotal;
      sum += (p - q) * Math.log(p / q);
    }
    return sum;
  }

  /**
   * What the index exceeds by chance alone with a given probability: (1/n + 1/m) · χ²_{B−1, 1−tail}
   * for samples of n and m from one distribution (Yurdakul 2018, "Statistical properties of the
   * population stability index"). 0 for fewer than two bins, which cannot differ, and for an empty
   * sample.
   *
   * @param bins B, the bins that are not empty on both sides
   * @param tail probability in (0, 1)
   */
  public static double chanceLimit(int bins, long n, long m, double tail) {
    if (bins < 2 || n == 0 || m == 0) {
      return 0;
    }
    return (1.0 / n + 1.0 / m)
        * ChiSquaredDistribution.of(bins - 1).inverseSurvivalProbability(tail);
  }
}
