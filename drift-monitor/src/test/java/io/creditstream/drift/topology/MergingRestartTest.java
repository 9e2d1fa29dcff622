package io.creditstream.drift.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.Reports;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.merging.ReportLedger;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A restart with many reports in the store. */
class MergingRestartTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final int SEGMENTS = 20;

  private final CountingRegistry meters = new CountingRegistry();
  private final DriftBoard board = new DriftBoard(Duration.ofMinutes(5));
  private final DriftParts parts =
      new OneModel("a".repeat(64), new Population(1, 500, 1), new InMemorySchemaRegistryClient())
          .parts(
              PopulationParts.none(),
              WindowSettings.defaults(),
              500,
              board,
              new MicrometerDriftMetrics(meters, DriftThresholds.standard(), 100_000));
  private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
  private final KeyValueStore<String, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(DriftNodes.WINDOWS_STORE),
              Serdes.String(),
              Serdes.ByteArray())
          .withLoggingDisabled()
          .build();

  @Test
  void shouldRegisterEachFigureOnce() {
    store.init(context.getStateStoreContext(), store);
    for (int segment = 0; segment < SEGMENTS; segment++) {
      for (int window = 0; window < ReportLedger.KEPT; window++) {
        keep(segment, window);
      }
    }

    new MergingProcessor(parts).init(context);

    assertThat(board.series()).hasSize(SEGMENTS);
    assertThat(meters.get("creditstream.drift.psi").gauges()).hasSize(SEGMENTS);
    assertThat(meters.registered)
        .as("gauges registered since the beginning, beside those that are shown")
        .isEqualTo(meters.getMeters().stream().filter(Gauge.class::isInstance).count());
  }

  private void keep(int segment, int window) {
    DriftReport report =
        Reports.of(
            START.plusSeconds(300L * window),
            DriftStatus.STABLE,
            Reports.number("F", 0.1, DriftStatus.STABLE));
    report.setSegment("segment=" + segment);
    byte[] bytes = parts.reportSerde().serializer().serialize(Topics.DRIFT_REPORTS.name(), report);
    new ReportLedger(new KeyValueLedger(store), kept -> report).add(report, bytes);
  }

  private static final class CountingRegistry extends SimpleMeterRegistry {

    private int registered;

    @Override
    protected <T> Gauge newGauge(Meter.Id id, @Nullable T object, ToDoubleFunction<T> value) {
      registered++;
      return super.newGauge(id, object, value);
    }
  }
}
