package io.creditstream.drift.verdict;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.drift.statistics.BenjaminiHochberg;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Turns the measures of a window into verdicts, with significance at a level that is shared by all
 * F features of the window.
 *
 * @param common limits of features that have none of their own
 * @param errorRate probability of a false verdict in a window: the false discovery rate for
 *     Kolmogorov–Smirnov, divided by F for the others
 * @param byFeature limits of features that have their own, by name
 */
public record DriftThresholds(
    FeatureLimits common, double errorRate, Map<String, FeatureLimits> byFeature) {

  public DriftThresholds {
    byFeature = Map.copyOf(byFeature);
    Shares.require("errorRate", errorRate, Math.nextDown(1.0));
  }

  /** The limits of the contract, the same for all features. */
  public static DriftThresholds standard() {
    return new DriftThresholds(FeatureLimits.standard(), 0.01, Map.of());
  }

  /** The same with other limits for some features. */
  public DriftThresholds with(Map<String, FeatureLimits> others) {
    return new DriftThresholds(common, errorRate, others);
  }

  /** The limits of a feature. */
  public FeatureLimits of(String feature) {
    return byFeature.getOrDefault(feature, common);
  }

  /** Names with limits of their own that are none of the given ones. */
  public SortedSet<String> unknown(Collection<String> features) {
    SortedSet<String> names = new TreeSet<>(byFeature.keySet());
    features.forEach(names::remove);
    return names;
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
}
