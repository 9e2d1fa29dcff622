package io.creditstream.drift.verdict;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.drift.statistics.BenjaminiHochberg;
import io.creditstream.drift.statistics.StabilityIndex;
import io.creditstream.schemas.DriftStatus;
import java.util.List;
import java.util.Map;

/**
 * Limits that turn the measures of a window into verdicts. A limit is an effect that matters; where
 * chance alone could reach it, what is needed beside it is significance at a level that is shared
 * by all F features of the window.
 *
 * @param minSamples decisions below which a window says nothing
 * @param psiWarning stability index for a warning, unless chance reaches higher
 * @param psiAlert stability index for an alert, unless chance reaches higher
 * @param ks Kolmogorov–Smirnov distance (lower bound) for an alert, if it is a discovery
 * @param missingRate difference of the shares of missing values for an alert, if significant
 * @param unseenRate share of unseen levels for an alert, if significant
 * @param errorRate probability of a false verdict in a window: the false discovery rate for
 *     Kolmogorov–Smirnov, divided by F for the others
 * @param calmShare share of a limit below which an alert may end
 * @param byFeature limits of features that have their own, by name; the error rate is that of all
 */
public record DriftThresholds(
    long minSamples,
    double psiWarning,
    double psiAlert,
    double ks,
    double missingRate,
    double unseenRate,
    double errorRate,
    double calmShare,
    Map<String, DriftThresholds> byFeature) {

  public DriftThresholds {
    byFeature = Map.copyOf(byFeature);
    requireShare("psiWarning", psiWarning, Double.MAX_VALUE);
    requireShare("psiAlert", psiAlert, Double.MAX_VALUE);
    requireShare("ks", ks, 1);
    requireShare("missingRate", missingRate, 1);
    requireShare("unseenRate", unseenRate, 1);
    requireShare("errorRate", errorRate, Math.nextDown(1.0));
    requireShare("calmShare", calmShare, 1);
    if (minSamples < 1) {
      throw new IllegalArgumentException("minSamples must be at least 1: " + minSamples);
    }
    if (psiAlert < psiWarning) {
      throw new IllegalArgumentException("psiAlert is below psiWarning");
    }
  }

  /** The same limits for all features. */
  public DriftThresholds(
      long minSamples,
      double psiWarning,
      double psiAlert,
      double ks,
      double missingRate,
      double unseenRate,
      double errorRate,
      double calmShare) {
    this(
        minSamples,
        psiWarning,
        psiAlert,
        ks,
        missingRate,
        unseenRate,
        errorRate,
        calmShare,
        Map.of());
  }

  /** The limits of the contract. */
  public static DriftThresholds standard() {
    return new DriftThresholds(500, 0.10, 0.25, 0.10, 0.02, 0.001, 0.01, 0.8);
  }

  /** The same with other limits for some features. */
  public DriftThresholds with(Map<String, DriftThresholds> others) {
    return new DriftThresholds(
        minSamples,
        psiWarning,
        psiAlert,
        ks,
        missingRate,
        unseenRate,
        errorRate,
        calmShare,
        others);
  }

  /** The limits of a feature. */
  public DriftThresholds of(String feature) {
    return byFeature.getOrDefault(feature, this);
  }

  /** Verdicts on the features of one window, in the order of their measures. */
  public List<FeatureVerdict> judge(List<FeatureMeasure> measures) {
    double[] pValues =
        measures.stream()
            .flatMap(measure -> measure.kolmogorov().stream())
            .mapToDouble(Kolmogorov::pValue)
            .toArray();
    double discovery = BenjaminiHochberg.threshold(pValues, errorRate);
    double tail = errorRate / Math.max(1, measures.size());
    return measures.stream()
        .map(measure -> of(measure.feature()).judge(measure, tail, discovery))
        .toList();
  }

  private FeatureVerdict judge(FeatureMeasure measure, double tail, double discovery) {
    double chance =
        StabilityIndex.chanceLimit(
            measure.bins(), measure.samples(), measure.referenceSamples(), tail);
    double warning = Math.max(psiWarning, chance);
    double alert = Math.max(psiAlert, chance);
    boolean alerting = reaches(measure, 1, alert, tail, discovery);
    boolean calm = !reaches(measure, calmShare, alert, tail, discovery);
    DriftStatus verdict =
        measure.samples() < minSamples
            ? DriftStatus.INSUFFICIENT
            : alerting
                ? DriftStatus.ALERT
                : measure.psi() >= warning ? DriftStatus.WARNING : DriftStatus.STABLE;
    return new FeatureVerdict(verdict, calm, warning, alert);
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

  private static void requireShare(String key, double value, double greatest) {
    if (!(value > 0 && value <= greatest)) {
      throw new IllegalArgumentException(key + " must be above 0 and at most " + greatest);
    }
  }
}
