package io.creditstream.drift.metrics;

import io.creditstream.drift.report.FeatureOrder;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureBins;
import io.creditstream.schemas.FeatureDrift;
import java.util.List;
import java.util.Locale;

/**
 * The distributions of the score and of the features that drift, beside the reference. Those of all
 * features would be most of the time series there are, to show what nobody looks at.
 */
final class BinRows {

  /** Features whose bins are shown at most, the one to look at first in the first place. */
  static final int FEATURES = 20;

  private BinRows() {}

  static void add(GaugeRows rows, DriftReport report) {
    List<FeatureDrift> drifting =
        FeatureOrder.worstFirst(report).stream()
            .filter(feature -> drifts(feature) && !isScore(feature))
            .toList();
    drifting.stream().limit(FEATURES).forEach(feature -> add(rows, feature));
    report.getFeatures().stream().filter(BinRows::isScore).forEach(score -> add(rows, score));
    rows.add(DriftGauge.BINS_DROPPED, Math.max(0, drifting.size() - FEATURES));
  }

  private static boolean isScore(FeatureDrift feature) {
    return feature.getFeature().equals(ReferenceProfile.SCORE);
  }

  private static boolean drifts(FeatureDrift feature) {
    return drifts(feature.getStatus()) || drifts(feature.getVerdict());
  }

  private static boolean drifts(DriftStatus status) {
    return status == DriftStatus.WARNING || status == DriftStatus.ALERT;
  }

  private static void add(GaugeRows rows, FeatureDrift feature) {
    FeatureBins bins = feature.getBins();
    if (bins == null) {
      return;
    }
    double reference = Math.max(1, sum(bins.getReference()));
    double current = Math.max(1, sum(bins.getCurrent()));
    for (int i = 0; i < bins.getLabels().size(); i++) {
      long before = bins.getReference().get(i);
      long now = bins.getCurrent().get(i);
      if (before > 0 || now > 0) {
        add(rows, feature, bin(i, bins), "reference", before / reference);
        add(rows, feature, bin(i, bins), "window", now / current);
      }
    }
  }

  /** Names that sort as the bins do. */
  private static String bin(int number, FeatureBins bins) {
    return String.format(Locale.ROOT, "%02d %s", number + 1, bins.getLabels().get(number));
  }

  private static void add(
      GaugeRows rows, FeatureDrift feature, String bin, String side, double share) {
    rows.add(
        DriftGauge.BIN_SHARE, share, "feature", feature.getFeature(), "bin", bin, "side", side);
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
