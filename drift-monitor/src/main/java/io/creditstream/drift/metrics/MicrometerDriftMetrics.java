package io.creditstream.drift.metrics;

import io.creditstream.drift.intake.DeadLetterReason;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.window.WindowLabel;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureDrift;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Holds the names and tags of the metrics of the drift monitor. */
public final class MicrometerDriftMetrics implements DriftMetrics {

  private final MeterRegistry registry;
  private final DriftThresholds thresholds;
  private final Counter late;
  private final Counter unreported;
  private final DriftGauges gauges;
  private final Map<Tags, GaugeRows> rowsBySeries = new HashMap<>();

  public MicrometerDriftMetrics(MeterRegistry registry, DriftThresholds thresholds) {
    this.registry = registry;
    this.thresholds = thresholds;
    this.gauges = new DriftGauges(registry);
    this.late =
        Counter.builder("creditstream.drift.late")
            .description("Decisions that came after their window was closed")
            .register(registry);
    this.unreported =
        Counter.builder("creditstream.drift.unreported")
            .description("Decisions of windows whose model was not known when they closed")
            .register(registry);
  }

  @Override
  public void deadLetter(String topic, DeadLetterReason reason) {
    Counter.builder("creditstream.dead.letters")
        .description("Records that were set aside")
        .tags("topic", topic, "reason", reason.code())
        .register(registry)
        .increment();
  }

  @Override
  public void tombstone(String topic) {
    Counter.builder("creditstream.tombstones")
        .description("Records without a value, which are passed over")
        .tags("topic", topic)
        .register(registry)
        .increment();
  }

  @Override
  public void late(long decisions) {
    late.increment(decisions);
  }

  @Override
  public void unreported(long decisions) {
    unreported.increment(decisions);
  }

  @Override
  public synchronized void closed(DriftReport report) {
    String window =
        WindowLabel.of(Duration.between(report.getWindowStart(), report.getWindowEnd()));
    Tags common =
        Tags.of(
            "window", window, "segment", report.getSegment(), "model", report.getModelVersion());
    GaugeRows rows = new GaugeRows();
    rows.samples().add(Row.of(common, report.getSamples()));
    for (FeatureDrift feature : report.getFeatures()) {
      add(rows, feature, common.and("feature", feature.getFeature()));
    }
    rowsBySeries.put(common, rows);
    gauges.show(rowsBySeries.values());
  }

  private void add(GaugeRows rows, FeatureDrift feature, Tags tags) {
    rows.status().add(Row.of(tags, feature.getStatus().ordinal() - 1));
    rows.missingRate().add(Row.of(tags, feature.getMissingRate()));
    rows.unseenRate().add(Row.of(tags, feature.getUnseenRate()));
    threshold(rows, tags, "missing_rate", thresholds.missingRate());
    threshold(rows, tags, "unseen_rate", thresholds.unseenRate());
    if (feature.getPsi() != null) {
      rows.psi().add(Row.of(tags, feature.getPsi()));
      threshold(rows, tags, "psi_warning", feature.getPsiWarning());
      threshold(rows, tags, "psi_alert", feature.getPsiAlert());
    }
    if (feature.getKsLow() != null) {
      rows.ks().add(Row.of(tags, feature.getKsLow()));
      threshold(rows, tags, "ks", thresholds.ks());
    }
  }

  private static void threshold(GaugeRows rows, Tags tags, String statistic, double value) {
    rows.threshold().add(Row.of(tags.and("statistic", statistic), value));
  }

  @Override
  public synchronized void handedOver() {
    rowsBySeries.clear();
    gauges.show(rowsBySeries.values());
  }
}
