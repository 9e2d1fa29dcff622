package io.creditstream.drift.metrics;

import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.NewestModels;
import io.creditstream.schemas.DriftReport;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the names and tags of the metrics of the drift monitor. */
public final class MicrometerDriftMetrics implements DriftMetrics {

  /** Time series that are shown unless another number is chosen. */
  public static final int DEFAULT_SERIES = 100_000;

  /** Models whose windows are shown: those that decided last. */
  private static final int MODELS = 4;

  private final MeterRegistry registry;
  private final Counter late;
  private final Counter unreported;
  private final Counter corrections;
  private final Counter droppedSegments;
  private final Counter droppedReports;
  private final DriftGauges gauges;
  private final ReportRows reportRows;
  private final Map<Series, GaugeRows> rows = new HashMap<>();
  private final NewestModels models = new NewestModels(MODELS);

  /**
   * @param series time series of windows that are shown at most
   */
  public MicrometerDriftMetrics(MeterRegistry registry, DriftThresholds thresholds, int series) {
    this.registry = registry;
    this.reportRows = new ReportRows(thresholds);
    this.gauges = new DriftGauges(registry, series);
    this.droppedSegments =
        Counter.builder("creditstream.segments.dropped")
            .description("Records of segments beyond the number of those that are watched")
            .register(registry);
    this.droppedReports =
        Counter.builder("creditstream.drift.reports.dropped")
            .description("Reports of models that gave way to newer ones, no longer shown")
            .register(registry);
    this.late =
        Counter.builder("creditstream.drift.late")
            .description("Records that came after their window was closed")
            .register(registry);
    this.corrections =
        Counter.builder("creditstream.outcome.corrections")
            .description("Outcomes that corrected the one that was known of the same loan")
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
  public void outcomeCorrected() {
    corrections.increment();
  }

  @Override
  public void unmatched(String topic) {
    Counter.builder("creditstream.unmatched")
        .description("Records that belong to an application or a decision that is not known")
        .tags("topic", topic)
        .register(registry)
        .increment();
  }

  @Override
  public void segmentDropped(long records) {
    droppedSegments.increment(records);
  }

  @Override
  public void reportsDropped(long reports) {
    droppedReports.increment(reports);
  }

  @Override
  public synchronized void closed(List<DriftReport> reports) {
    Map<Series, DriftReport> last = new LinkedHashMap<>();
    for (DriftReport report : reports) {
      models.saw(report.getModelSha256(), report.getWindowStart(), report.getSamples());
      last.put(Series.of(report), report);
    }
    List<String> surplus = models.trim();
    last.keySet().removeIf(series -> surplus.contains(series.model()));
    rows.keySet().removeIf(series -> surplus.contains(series.model()));
    last.forEach((series, report) -> rows.put(series, reportRows.of(report)));
    show();
  }

  /**
   * Everybody before the segments; of the same, the model that decided last and small sizes first.
   */
  private void show() {
    List<String> order = models.oldestFirst();
    List<GaugeRows> ordered =
        rows.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Series, GaugeRows> entry) -> !entry.getKey().isOfEverybody())
                    .thenComparing(
                        entry -> order.indexOf(entry.getKey().model()), Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().size()))
            .map(Map.Entry::getValue)
            .toList();
    gauges.show(ordered);
  }

  private record Series(String model, Duration size, String segment) {

    static Series of(DriftReport report) {
      return new Series(
          report.getModelSha256(),
          Duration.between(report.getWindowStart(), report.getWindowEnd()),
          report.getSegment());
    }

    boolean isOfEverybody() {
      return segment.equals(ModelWindow.EVERYBODY);
    }
  }

  @Override
  public synchronized void handedOver() {
    rows.clear();
    models.clear();
    show();
  }
}
