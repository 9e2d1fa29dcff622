package io.creditstream.drift.http;

import io.creditstream.drift.document.FeatureTable;
import io.creditstream.drift.document.PageParts;
import io.creditstream.drift.document.VerdictWords;
import io.creditstream.drift.document.VerdictWords.Difference;
import io.creditstream.drift.report.FeatureOrder;
import io.creditstream.drift.shape.Shape;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureBins;
import io.creditstream.schemas.FeatureDrift;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The features of one window: a verdict in words, and a table with the worst first. */
final class FeatureSection {

  private static final VerdictWords WORDS = new VerdictWords("features and scores", "decisions");

  private static final List<String> HEADINGS =
      List.of(
          "Feature",
          "Status",
          "This window",
          FeatureTable.WORDS,
          FeatureTable.SHAPE,
          "Impact",
          "Cost change",
          "PSI",
          "Alert from",
          "KS",
          "p",
          "JS",
          "Missing in training",
          "Missing",
          "Unseen");

  private FeatureSection() {}

  /** The status of all features together in words. */
  static String summary(DriftReport report) {
    return report.getFeatures().isEmpty()
        ? "The first decisions of this segment are its reference: until there are enough of them,"
            + " nothing is compared."
        : WORDS.summary(
            report.getStatus(),
            count(report, DriftStatus.ALERT),
            count(report, DriftStatus.WARNING),
            report.getFeatures().size());
  }

  private static long count(DriftReport report, DriftStatus status) {
    return report.getFeatures().stream().filter(feature -> feature.getStatus() == status).count();
  }

  /**
   * Writes the table.
   *
   * @param id tells it from other tables of the page
   */
  static void write(StringBuilder html, DriftReport report, String id) {
    if (report.getFeatures().isEmpty()) {
      return;
    }
    FeatureTable table = new FeatureTable(id, "reference", "this window", HEADINGS);
    FeatureOrder.worstFirst(report).forEach(feature -> row(table, feature));
    table.write(html);
  }

  private static void row(FeatureTable table, FeatureDrift feature) {
    table
        .row(feature.getFeature())
        .cell(feature.getStatus().ordinal(), PageParts.badge(feature.getStatus()))
        .cell(feature.getVerdict().ordinal(), PageParts.badge(feature.getVerdict()))
        .words(WORDS.of(difference(feature)))
        .number("%.4f", value(feature.getImpact()))
        .number("%+.4f", value(feature.getCostChange()))
        .number("%.3f", value(feature.getPsi()))
        .number("%.3f", value(feature.getPsiAlert()));
    Double low = feature.getKsLow();
    Double high = feature.getKsHigh();
    if (low == null || high == null) {
      table.number("", OptionalDouble.empty());
    } else {
      table.range(low, high);
    }
    table
        .probability(value(feature.getKsPValue()))
        .number("%.3f", value(feature.getJensenShannon()))
        .rate(feature.getReferenceMissingRate())
        .rate(feature.getMissingRate())
        .rate(feature.getUnseenRate());
    FeatureBins bins = feature.getBins();
    if (bins != null) {
      table.shape(feature.getFeature(), shape(bins));
    }
  }

  private static Shape shape(FeatureBins bins) {
    return new Shape(bins.getLabels(), counts(bins.getReference()), counts(bins.getCurrent()));
  }

  private static long[] counts(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  private static Difference difference(FeatureDrift feature) {
    return new Difference(
        feature.getVerdict(),
        feature.getMissingRate(),
        feature.getReferenceMissingRate(),
        feature.getUnseenRate(),
        value(feature.getKsLow()));
  }

  private static OptionalDouble value(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
