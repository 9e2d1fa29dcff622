package io.creditstream.drift.statistics;

/**
 * Kolmogorov's limit distribution of √(nm / (n + m)) · D for two samples of n and m from one
 * continuous distribution: P(K &gt; x) = 2 Σ_{k≥1} (−1)^{k−1} e^{−2k²x²} = 1 − √(2π)/x Σ_{k≥1}
 * e^{−(2k−1)²π²/(8x²)}, by whichever series converges faster.
 */
public final class KolmogorovDistribution {

  private static final double BOTH_SERIES_ARE_SHORT = 1.0;
  private static final int TERMS = 8;

  private KolmogorovDistribution() {}

  /**
   * Probability of a distance of at least this by chance; 1 where one of the samples is empty.
   *
   * @param distance D, 0..1
   * @param n size of one sample
   * @param m size of the other
   */
  public static double pValue(double distance, long n, long m) {
    if (n == 0 || m == 0) {
      return 1;
    }
    return survival(distance * Math.sqrt((double) n * m / ((double) n + m)));
  }

  /** P(K &gt; x). */
  static double survival(double x) {
    if (x <= 0) {
      return 1;
    }
    double p = x < BOTH_SERIES_ARE_SHORT ? 1 - lowerSeries(x) : upperSeries(x);
    return Math.min(1, Math.max(0, p));
  }

  private static double upperSeries(double x) {
    double sum = 0;
    for (int k = TERMS; k >= 1; k--) {
      double term = Math.exp(-2.0 * k * k * x * x);
      sum += k % 2 == 1 ? term : -term;
    }
    return 2 * sum;
  }

  private static double lowerSeries(double x) {
    double sum = 0;
    for (int k = TERMS; k >= 1; k--) {
      double odd = 2 * k - 1;
      sum += Math.exp(-odd * odd * Math.PI * Math.PI / (8 * x * x));
    }
    return Math.sqrt(2 * Math.PI) / x * sum;
  }
}
