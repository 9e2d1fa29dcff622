package io.creditstream.drift.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import io.creditstream.drift.report.FeatureOrder;
import io.creditstream.drift.report.UnknownLimits;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.drift.view.DriftView;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureBins;
import io.creditstream.schemas.FeatureDrift;
import java.time.Instant;
import java.util.List;

/**
 * The answer of {@code /v1/drift}: for every model and size of windows the last window feature by
 * feature, the one that matters most first, and those before it in short (the newest first), the
 * open windows, and how far the partitions have come.
 */
final class DriftJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DriftJson() {}

  static ObjectNode of(DriftView view, WindowSettings settings, DriftThresholds thresholds) {
    ObjectNode node = JSON.objectNode();
    ObjectNode windows = node.putObject("window");
    ArrayNode sizes = windows.putArray("sizes");
    settings.sizes().forEach(size -> sizes.add(size.toString()));
    windows
        .put("grace", settings.grace().toString())
        .put("idle_timeout", settings.idleTimeout().toString());
    models(view.series(), thresholds, node.putArray("models"));
    ArrayNode open = node.putArray("open_windows");
    view.openWindows().forEach(window -> open.add(open(window)));
    ArrayNode partitions = node.putArray("partitions");
    view.partitions().values().stream()
        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
        .forEach(progress -> partitions.add(partition(progress)));
    return node;
  }

  private static void models(List<DriftSeries> all, DriftThresholds thresholds, ArrayNode models) {
    String last = "";
    ArrayNode windows = JSON.arrayNode();
    for (DriftSeries series : all) {
      if (!series.modelSha256().equals(last)) {
        last = series.modelSha256();
        ObjectNode model =
            models
                .addObject()
                .put("model", series.modelVersion())
                .put("model_sha256", last)
                .put("status", series.latest().getStatus().name());
        unknownLimits(series.latest(), thresholds, model.putArray("unknown_limits"));
        windows = model.putArray("windows");
      }
      windows.add(series(series));
    }
  }

  /** The first series of a model is that of everybody, whose reports name all features. */
  private static void unknownLimits(
      DriftReport report, DriftThresholds thresholds, ArrayNode names) {
    if (UnknownLimits.areToldBy(report)) {
      for (UnknownLimits.Unknown unknown : UnknownLimits.of(thresholds, report)) {
        names
            .addObject()
            .put("name", unknown.name())
            .put("nearest", unknown.nearest().orElse(null));
      }
    }
  }

  private static ObjectNode series(DriftSeries series) {
    ObjectNode node = JSON.objectNode();
    node.put("window", series.label())
        .put("segment", series.segment())
        .put("status", series.latest().getStatus().name());
    ObjectNode last = window(series.latest(), node.putObject("last_window"));
    ArrayNode features = last.putArray("features");
    FeatureOrder.worstFirst(series.latest()).forEach(feature -> features.add(feature(feature)));
    OutputJson.write(last, series.latest());
    ArrayNode closed = node.putArray("closed_windows");
    List<DriftReport> windows = series.closed();
    for (int i = windows.size() - 1; i >= 0; i--) {
      window(windows.get(i), closed.addObject());
    }
    return node;
  }

  private static ObjectNode window(DriftReport report, ObjectNode node) {
    return node.put("start", report.getWindowStart().toString())
        .put("end", report.getWindowEnd().toString())
        .put("closed_at", report.getClosedAt().toString())
        .put("closed_by", report.getClosedBy().name())
        .put("samples", report.getSamples())
        .put("reference_samples", report.getReferenceSamples())
        .put("late", report.getLate())
        .put("status", report.getStatus().name());
  }

  private static ObjectNode feature(FeatureDrift feature) {
    ObjectNode node = JSON.objectNode();
    node.put("feature", feature.getFeature())
        .put("psi", feature.getPsi())
        .put("psi_warning", feature.getPsiWarning())
        .put("psi_alert", feature.getPsiAlert())
        .put("ks_low", feature.getKsLow())
        .put("ks_high", feature.getKsHigh())
        .put("p_value", feature.getKsPValue())
        .put("js", feature.getJensenShannon())
        .put("missing_rate", feature.getMissingRate())
        .put("reference_missing_rate", feature.getReferenceMissingRate())
        .put("unseen_rate", feature.getUnseenRate())
        .put("impact", feature.getImpact())
        .put("cost_change", feature.getCostChange())
        .put("mean_contribution", feature.getMeanContribution())
        .put("verdict", feature.getVerdict().name())
        .put("status", feature.getStatus().name());
    if (feature.getBins() != null) {
      node.set("bins", bins(feature.getBins()));
    }
    return node;
  }

  /**
   * Names of the bins, and how many rows of the reference and decisions of the window they hold.
   */
  static ObjectNode bins(FeatureBins bins) {
    ObjectNode node = JSON.objectNode();
    bins.getLabels().forEach(node.putArray("labels")::add);
    bins.getReference().forEach(node.putArray("reference")::add);
    bins.getCurrent().forEach(node.putArray("current")::add);
    return node;
  }

  private static ObjectNode open(OpenWindow open) {
    return JSON.objectNode()
        .put("model_sha256", open.window().modelSha256())
        .put("segment", open.window().segment())
        .put("start", Instant.ofEpochMilli(open.window().start()).toString())
        .put("end", Instant.ofEpochMilli(open.window().end()).toString())
        .put("records", open.records());
  }

  private static ObjectNode partition(Progress progress) {
    ObjectNode node = JSON.objectNode();
    node.put("partition", progress.partition());
    if (progress.watermark() == Long.MIN_VALUE) {
      node.putNull("watermark");
    } else {
      node.put("watermark", Instant.ofEpochMilli(progress.watermark()).toString());
    }
    return node.put("next_offset", progress.nextOffset()).put("idle", progress.idle());
  }
}
