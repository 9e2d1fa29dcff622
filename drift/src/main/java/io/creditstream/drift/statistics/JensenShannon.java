package io.creditstream.drift.statistics;

/**
 * The Jensen–Shannon distance to base 2: √(½ Σ p log₂(p/a) + ½ Σ q log₂(q/a)) with a = ½ (p + q)
 * and plain shares p = c / N. A metric: 0 for equal shares, 1 for samples that share no bin.
 */
public final class JensenShannon {

  private static final double LN_2 = Math.log(2);

  private JensenShannon() {}

  /** The distance in 0..1; 0 where one of the samples is empty. */
  public static double of(BinPair pair) {
    if (!pair.comparable()) {
      return 0;
    }
    double currentTotal = pair.currentTotal();
    double referenceTotal = pair.referenceTotal();
    double divergence = 0;
    for (int i = 0; i < pair.bins(); i++) {
      double p = pair.current()[i] / currentTotal;
      double q = pair.reference()[i] / referenceTotal;
      double average = (p + q) / 2;
      divergence += term(p, average) + term(q, average);
    }
    // Rounding can leave the sum a hair outside of its range.
    return Math.sqrt(Math.min(1, Math.max(0, divergence / (2 * LN_2))));
  }

  private static double term(double share, double average) {
    return share == 0 ? 0 : share * Math.log(share / average);
  }
}
