package io.creditstream.trainer.publish;

import io.creditstream.trainer.report.Holdout;
import io.creditstream.trainer.result.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What two models cost on the loans that both predicted without having been fitted to them.
 *
 * @param loans common ones
 * @param defaults among them
 * @param difference cost of an application of the candidate less that of the champion, with its 95
 *     % interval
 */
record CostComparison(int loans, int defaults, Interval difference) {

  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;
  private static final double TAIL = 0.025;

  /**
   * A model as it decides.
   *
   * @param holdout its predictions
   * @param threshold probability from which it declines
   */
  record Side(Holdout holdout, double threshold) {}

  /**
   * Compares pairs of decisions on the same loan. The interval is that of the percentiles of a
   * bootstrap over the pairs (Efron and Tibshirani, 1993), with a fixed seed.
   *
   * @param falseNegative cost of a missed default; a refused good client costs 1
   */
  static CostComparison of(Side candidate, Side champion, double falseNegative) {
    Map<String, Holdout.Loan> known = new HashMap<>();
    champion.holdout().loans().forEach(loan -> known.put(loan.pseudonym(), loan));
    double[] differences = new double[candidate.holdout().loans().size()];
    int loans = 0;
    int defaults = 0;
    for (Holdout.Loan loan : candidate.holdout().loans()) {
      Holdout.Loan other = known.get(loan.pseudonym());
      if (other != null && other.defaulted() == loan.defaulted()) {
        differences[loans++] =
            cost(loan, candidate.threshold(), falseNegative)
                - cost(other, champion.threshold(), falseNegative);
        defaults += loan.defaulted() ? 1 : 0;
      }
    }
    return new CostComparison(loans, defaults, interval(Arrays.copyOf(differences, loans)));
  }

  private static double cost(Holdout.Loan loan, double threshold, double falseNegative) {
    boolean declined = loan.probability() >= threshold;
    if (declined == loan.defaulted()) {
      return 0;
    }
    return loan.defaulted() ? falseNegative : 1;
  }

  private static Interval interval(double[] differences) {
    if (differences.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[r] = sum / differences.length;
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(differences).average().orElse(Double.NaN),
        means[(int) (TAIL * RESAMPLES)],
        means[(int) ((1 - TAIL) * RESAMPLES) - 1]);
  }
}
