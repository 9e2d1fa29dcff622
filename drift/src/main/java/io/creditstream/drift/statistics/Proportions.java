package io.creditstream.drift.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How likely it is by chance that two shares differ. */
public final class Proportions {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Proportions() {}

  /**
   * Two-sided p-value of the pooled two-proportion z-test: z = (k/n − l/m) / √(r (1 − r) (1/n +
   * 1/m)) with r = (k + l) / (n + m). It is an approximation for large samples; 1 where a sample is
   * empty or the shares are equal.
   *
   * @param k hits among n
   * @param l hits among m
   */
  public static double differencePValue(long k, long n, long l, long m) {
    if (n == 0 || m == 0) {
      return 1;
    }
    double pooled = (double) (k + l) / (n + m);
    double variance = pooled * (1 - pooled) * (1.0 / n + 1.0 / m);
    if (variance == 0) {
      return 1;
    }
    double z = ((double) k / n - (double) l / m) / Math.sqrt(variance);
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }
}
