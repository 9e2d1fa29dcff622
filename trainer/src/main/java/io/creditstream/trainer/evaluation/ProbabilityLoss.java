package io.creditstream.trainer.evaluation;

/** How far probabilities are from outcomes. The scores must be probabilities of default. */
public final class ProbabilityLoss {

  /** A certain probability that is wrong would make the log-loss infinite. */
  private static final double LEAST = 1e-15;

  private ProbabilityLoss() {}

  /** Brier's score: mean (p − y)², y being 1 for a default and 0 for a good loan. */
  public static double brier(RankedRows rows) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      double error = rows.score(i) - (rows.defaulted(i) ? 1 : 0);
      sum += rows.weight(i) * error * error;
    }
    return sum / rows.total();
  }

  /** Log-loss: mean −ln(p) of defaults and −ln(1 − p) of good loans, p kept 1e-15 off 0 and 1. */
  public static double logLoss(RankedRows rows) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      double p = rows.defaulted(i) ? rows.score(i) : 1 - rows.score(i);
      sum -= rows.weight(i) * StrictMath.log(Math.min(Math.max(p, LEAST), 1 - LEAST));
    }
    return sum / rows.total();
  }
}
