package io.creditstream.drift.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.Reports;
import io.creditstream.drift.intake.DeadLetterReason;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.schemas.DriftStatus;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MicrometerDriftMetricsTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MicrometerDriftMetrics metrics =
      new MicrometerDriftMetrics(registry, DriftThresholds.standard());

  @Test
  void shouldShowTheFiguresOfTheLastWindowUnderTheNamesOfTheContract() {
    metrics.closed(
        Reports.of(
            START,
            DriftStatus.ALERT,
            Reports.number("F", 0.3, DriftStatus.ALERT),
            Reports.category("G", 0.01, 0.002)));

    assertThat(registry.scrape())
        .contains(
            "creditstream_drift_psi{feature=\"F\",model=\"<v1>\",segment=\"all\",window=\"5m\"} 0.3",
            "creditstream_drift_ks{feature=\"F\",model=\"<v1>\",segment=\"all\",window=\"5m\"} 0.05",
            "creditstream_drift_missing_rate{feature=\"G\",model=\"<v1>\",segment=\"all\",window=\"5m\"} 0.25",
            "creditstream_drift_unseen_rate{feature=\"G\",model=\"<v1>\",segment=\"all\",window=\"5m\"} 0.002",
            "creditstream_drift_status{feature=\"F\",model=\"<v1>\",segment=\"all\",window=\"5m\"} 2.0",
            "creditstream_drift_samples{model=\"<v1>\",segment=\"all\",window=\"5m\"} 700.0",
            "creditstream_drift_threshold{feature=\"F\",model=\"<v1>\",segment=\"all\",statistic=\"psi_alert\",window=\"5m\"} 0.25",
            "creditstream_drift_threshold{feature=\"F\",model=\"<v1>\",segment=\"all\",statistic=\"ks\",window=\"5m\"} 0.1")
        .doesNotContain("creditstream_drift_ks{feature=\"G\"", "NaN");
  }

  @Test
  void shouldReplaceTheFiguresOfAModelAndForgetThemWhenHandedOver() {
    metrics.closed(
        Reports.of(START, DriftStatus.ALERT, Reports.number("F", 0.3, DriftStatus.ALERT)));
    metrics.closed(
        Reports.of(START, DriftStatus.STABLE, Reports.number("F", 0.02, DriftStatus.STABLE)));

    assertThat(registry.get("creditstream.drift.psi").gauges())
        .singleElement()
        .returns(0.02, gauge -> gauge.value());
    metrics.handedOver();
    assertThat(registry.find("creditstream.drift.psi").gauges()).isEmpty();
  }

  @Test
  void shouldCountWhatIsLateSetAsideOrUnreported() {
    metrics.late(3);
    metrics.unreported(5);
    metrics.deadLetter("t", DeadLetterReason.UNKNOWN_MODEL);

    assertThat(registry.scrape())
        .contains(
            "creditstream_drift_late_total 3.0",
            "creditstream_drift_unreported_total 5.0",
            "creditstream_dead_letters_total{reason=\"unknown_model\",topic=\"t\"} 1.0");
  }
}
