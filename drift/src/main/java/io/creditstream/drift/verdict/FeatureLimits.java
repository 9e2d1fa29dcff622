package io.creditstream.drift.verdict;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.statistics.StabilityIndex;
import io.creditstream.schemas.DriftStatus;

/**
 * Limits that turn the measures of one feature into a verdict. A limit is an effect that matters;
 * where chance alone could reach it, what is needed beside it is significance.
 *
 * @param minSamples decisions below which a window says nothing, and rows below which a reference
 *     says nothing
 * @param psiWarning stability index for a warning, unless chance reaches higher
 * @param psiAlert stability index for an alert, unless chance reaches higher
 * @param ks Kolmogorov–Smirnov distance (lower bound) for an alert, if it is a discovery
 * @param missingRate difference of the shares of missing values for an alert, if significant
 * @param unseenRate share of unseen levels for an alert, if significant
 * @param calmShare share of a limit below which an alert may end
 */
public record FeatureLimits(
    long minSamples,
    double psiWarning,
    double psiAlert,
    double ks,
    double missingRate,
    double unseenRate,
    double calmShare) {

  public FeatureLimits {
    Shares.require("psiWarning", psiWarning, Double.MAX_VALUE);
    Shares.require("psiAlert", psiAlert, Double.MAX_VALUE);
    Shares.require("ks", ks, 1);
    Shares.require("missingRate", missingRate, 1);
    Shares.require("unseenRate", unseenRate, 1);
    Shares.require("calmShare", calmShare, 1);
    if (minSamples < 1) {
      throw new IllegalArgumentException("minSamples must be at least 1: " + minSamples);
    }
    if (psiAlert < psiWarning) {
      throw new IllegalArgumentException("psiAlert is below psiWarning");
    }
  }

  /** The limits of the contract. */
  public static FeatureLimits standard() {
    return new FeatureLimits(500, 0.10, 0.25, 0.10, 0.02, 0.001, 0.8);
  }

  /**
   * The verdict on a measure.
   *
   * @param tail level of significance of the statistics beside Kolmogorov–Smirnov's
   * @param discovery greatest p-value of Kolmogorov–Smirnov's that is a discovery
   */
  FeatureVerdict judge(FeatureMeasure measure, double tail, double discovery) {
    double chance =
        StabilityIndex.chanceLimit(
            measure.bins(), measure.samples(), measure.referenceSamples(), tail);
    double allowance = allowance(measure.unseen(), tail);
    double warning = Math.max(psiWarning, chance) + allowance;
    double alert = Math.max(psiAlert, chance) + allowance;
    boolean alerting = reaches(measure, 1, alert, tail, discovery);
    boolean calm = !reaches(measure, calmShare, alert, tail, discovery);
    DriftStatus verdict =
        Math.min(measure.samples(), measure.referenceSamples()) < minSamples
            ? DriftStatus.INSUFFICIENT
            : alerting
                ? DriftStatus.ALERT
                : measure.psi() >= warning ? DriftStatus.WARNING : DriftStatus.STABLE;
    return new FeatureVerdict(verdict, calm, warning, alert);
  }

  /**
   * The limits know nothing of levels that the reference lacks: as long as there are no more than
   * chance explains, what they add to the stability index does not count.
   */
  private static double allowance(FeatureMeasure.Unseen unseen, double tail) {
    return unseen.pValue() > tail ? unseen.psi() : 0;
  }

  /** Whether any measure reaches the given share of its limit for an alert. */
  private boolean reaches(
      FeatureMeasure measure, double share, double psiLimit, double tail, double discovery) {
    FeatureMeasure.Missing missing = measure.missing();
    FeatureMeasure.Unseen unseen = measure.unseen();
    return measure.psi() >= share * psiLimit
        || measure.kolmogorov().stream()
            .anyMatch(found -> found.low() >= share * ks && found.pValue() <= discovery)
        || Math.abs(missing.rate() - missing.referenceRate()) >= share * missingRate
            && missing.pValue() <= tail
        || unseen.rate() >= share * unseenRate && unseen.pValue() <= tail;
  }
}
