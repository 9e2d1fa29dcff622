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
    double currentTotal = smoothedTotal(pair.currentTotal(), pair);
    double referenceTotal = smoothedTotal(pair.referenceTotal(), pair);
    double sum = 0;
    for (int i = 0; i < pair.bins(); i++) {
      sum += term(pair.current()[i], currentTotal, pair.reference()[i], referenceTotal);
    }
    return sum;
  }

  /** What a bin of a pair with these counts adds to the index; 0 as for {@link #of}. */
  public static double ofBin(BinPair pair, long current, long reference) {
    return pair.comparable() && (current > 0 || reference > 0)
        ? term(
            current,
            smoothedTotal(pair.currentTotal(), pair),
            reference,
            smoothedTotal(pair.referenceTotal(), pair))
        : 0;
  }

  private static double smoothedTotal(long total, BinPair pair) {
    return total + HALF * pair.bins();
  }

  private static double term(
      long current, double currentTotal, long reference, double referenceTotal) {
    double p = (current + HALF) / currentTotal;
    double q = (reference + HALF) / referenceTotal;
    return (p - q) * Math.log(p / q);
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
