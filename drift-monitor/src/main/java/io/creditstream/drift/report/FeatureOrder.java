package io.creditstream.drift.report;

import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureDrift;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order in which features are shown: by status, then by what their drift may move in the score,
 * then by stability index.
 */
public final class FeatureOrder {

  private static final Comparator<FeatureDrift> WORST_FIRST =
      Comparator.comparing(FeatureDrift::getStatus)
          .thenComparingDouble(feature -> orZero(feature.getImpact()))
          .thenComparingDouble(feature -> orZero(feature.getPsi()))
          .reversed();

  private FeatureOrder() {}

  /** The features of a report and its score, the one to look at first in the first place. */
  public static List<FeatureDrift> worstFirst(DriftReport report) {
    return report.getFeatures().stream().sorted(WORST_FIRST).toList();
  }

  private static double orZero(@Nullable Double value) {
    return Objects.requireNonNullElse(value, 0.0);
  }
}
