package io.creditstream.drift.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import io.creditstream.drift.view.DriftView;
import io.creditstream.drift.view.ModelDrift;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureDrift;
import java.time.Instant;
import java.util.List;

/**
 * The answer of {@code /v1/drift}: every model with its last window feature by feature and those
 * before it in short (the newest first), the open windows, and how far the partitions have come.
 */
final class DriftJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DriftJson() {}

  static ObjectNode of(DriftView view, WindowSettings settings) {
    ObjectNode node = JSON.objectNode();
    node.putObject("window")
        .put("size", settings.size().toString())
        .put("grace", settings.grace().toString())
        .put("idle_timeout", settings.idleTimeout().toString());
    ArrayNode models = node.putArray("models");
    view.models().forEach(model -> models.add(model(model)));
    ArrayNode open = node.putArray("open_windows");
    view.openWindows().forEach(window -> open.add(open(window, settings)));
    ArrayNode partitions = node.putArray("partitions");
    view.partitions().values().stream()
        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
        .forEach(progress -> partitions.add(partition(progress)));
    return node;
  }

  private static ObjectNode model(ModelDrift model) {
    ObjectNode node = JSON.objectNode();
    node.put("model", model.version())
        .put("model_sha256", model.sha256())
        .put("segment", model.latest().getSegment())
        .put("status", model.latest().getStatus().name());
    ArrayNode features = window(model.latest(), node.putObject("last_window")).putArray("features");
    model.latest().getFeatures().forEach(feature -> features.add(feature(feature)));
    ArrayNode closed = node.putArray("closed_windows");
    List<DriftReport> windows = model.closed();
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
    return JSON.objectNode()
        .put("feature", feature.getFeature())
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
        .put("verdict", feature.getVerdict().name())
        .put("status", feature.getStatus().name());
  }

  private static ObjectNode open(OpenWindow open, WindowSettings settings) {
    return JSON.objectNode()
        .put("model_sha256", open.window().modelSha256())
        .put("start", Instant.ofEpochMilli(open.window().start()).toString())
        .put("end", settings.endOf(open.window().start()).toString())
        .put("samples", open.samples());
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
