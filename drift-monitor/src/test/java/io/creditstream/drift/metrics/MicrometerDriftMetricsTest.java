package io.creditstream.drift.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.Reports;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.ThresholdOverrides;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.schemas.ChallengerAgreement;
import io.creditstream.schemas.DecisionShares;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureBins;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.schemas.GroupApproval;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.NamedCount;
import io.creditstream.schemas.ScoreBand;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicrometerDriftMetricsTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MicrometerDriftMetrics metrics =
      new MicrometerDriftMetrics(registry, DriftThresholds.standard(), 1_000);

  @Test
  void shouldShowTheFiguresOfTheLastWindowUnderTheNamesOfTheContract() {
    metrics.closed(
        List.of(
            Reports.of(
                START,
                DriftStatus.ALERT,
                Reports.number("F", 0.3, DriftStatus.ALERT),
                Reports.category("G", 0.01, 0.002))));

    assertThat(registry.scrape())
        .contains(
            "creditstream_drift_psi{feature=\"F\",model=\"<v1>\",segment=\"all\",window=\"5m\"}"
                + " 0.3",
            "creditstream_drift_ks{feature=\"F\",model=\"<v1>\",segment=\"all\",window=\"5m\"}"
                + " 0.05",
            "creditstream_drift_missing_rate{feature=\"G\",model=\"<v1>\",segment=\"all\",window=\"5m\"}"
                + " 0.25",
            "creditstream_drift_unseen_rate{feature=\"G\",model=\"<v1>\",segment=\"all\",window=\"5m\"}"
                + " 0.002",
            "creditstream_drift_status{feature=\"F\",model=\"<v1>\",segment=\"all\",window=\"5m\"}"
                + " 2.0",
            "creditstream_drift_samples{model=\"<v1>\",segment=\"all\",window=\"5m\"} 700.0",
            "creditstream_drift_threshold{feature=\"F\",model=\"<v1>\",segment=\"all\",statistic=\"psi_alert\",window=\"5m\"}"
                + " 0.25",
            "creditstream_drift_threshold{feature=\"F\",model=\"<v1>\",segment=\"all\",statistic=\"ks\",window=\"5m\"}"
                + " 0.1")
        .doesNotContain("creditstream_drift_ks{feature=\"G\"", "NaN");
  }

  @Test
  void shouldShowWhatWasDecidedAndWhatCameOfIt() {
    DriftReport report = Reports.of(START, DriftStatus.STABLE);
    report.setDecisions(
        new DecisionShares(
            490L,
            70L,
            140L,
            0.4,
            List.of(new NamedCount("credit.bureau-credits.v1", 70L)),
            List.of(new NamedCount("R_F", 105L)),
            210L,
            0.25));
    report.setChallengers(List.of(new ChallengerAgreement("c".repeat(64), 600L, 0.9, -0.01, 0.02)));
    report.setGroups(List.of(new GroupApproval("gender", "F", 300L, 0.7, 1.0)));
    report.setPerformance(
        List.of(
            new ModelPerformance(
                false,
                50L,
                5.0,
                0.7,
                null,
                0.08,
                1.1,
                1.0,
                List.of(new ScoreBand(3, 10L, 2.0, 1.5)))));

    metrics.closed(List.of(report));

    String common = "model=\"<v1>\",segment=\"all\"";
    assertThat(registry.scrape())
        .contains(
            "creditstream_approval_rate{" + common + ",window=\"5m\"} 0.7",
            "creditstream_decision_share{model=\"<v1>\",outcome=\"declined\",segment=\"all\"",
            "creditstream_missing_source_share{"
                + common
                + ",source=\"credit.bureau-credits.v1\",window=\"5m\"} 0.1",
            "creditstream_reason_share{code=\"R_F\"," + common + ",window=\"5m\"} 0.5",
            "creditstream_explanation_drift{" + common + ",window=\"5m\"} 0.25",
            "creditstream_challenger_agreement{challenger=\"cccccccccccc\"," + common,
            "creditstream_fairness_ratio{attribute=\"gender\",group=\"F\"," + common,
            "creditstream_performance_auc{estimated=\"false\"," + common + ",window=\"5m\"} 0.7",
            "creditstream_performance_default_rate{band=\"3\",estimated=\"false\"," + common,
            "creditstream_performance_cost{estimated=\"false\"," + common)
        .doesNotContain("creditstream_performance_ks{");
  }

  @Test
  void shouldShowTheBinsOfTheScoreAndOfTheFeaturesThatDriftUpToANumber() {
    FeatureDrift[] features =
        IntStream.rangeClosed(0, 23)
            .mapToObj(
                i -> {
                  FeatureDrift feature =
                      Reports.number(
                          i == 0 ? ReferenceProfile.SCORE : "F" + i,
                          i / 100.0,
                          i < 2 ? DriftStatus.STABLE : DriftStatus.ALERT);
                  feature.setBins(
                      new FeatureBins(
                          List.of("up to 1", "above 1", "missing"),
                          List.of(60L, 40L, 0L),
                          List.of(10L, 30L, 0L)));
                  return feature;
                })
            .toArray(FeatureDrift[]::new);

    metrics.closed(List.of(Reports.of(START, DriftStatus.ALERT, features)));

    String common = ",model=\"<v1>\",segment=\"all\"";
    assertThat(registry.scrape())
        .contains(
            "creditstream_drift_bin_share{bin=\"01 up to 1\",feature=\"F23\""
                + common
                + ",side=\"reference\",window=\"5m\"} 0.6",
            "creditstream_drift_bin_share{bin=\"02 above 1\",feature=\"F23\""
                + common
                + ",side=\"window\",window=\"5m\"} 0.75",
            "creditstream_drift_bin_share{bin=\"01 up to 1\",feature=\"F4\"",
            "creditstream_drift_bin_share{bin=\"01 up to 1\",feature=\"probability_of_default\"",
            "creditstream_drift_bins_dropped{model=\"<v1>\",segment=\"all\",window=\"5m\"} 2.0")
        .doesNotContain(
            "bin=\"03 missing\"",
            "creditstream_drift_bin_share{bin=\"01 up to 1\",feature=\"F1\"",
            "creditstream_drift_bin_share{bin=\"01 up to 1\",feature=\"F2\"",
            "creditstream_drift_bin_share{bin=\"01 up to 1\",feature=\"F3\"");
  }

  @Test
  void shouldShowNoMoreTimeSeriesThanAskedForAndCountTheOthers() {
    SimpleMeterRegistry other = new SimpleMeterRegistry();
    MicrometerDriftMetrics few = new MicrometerDriftMetrics(other, DriftThresholds.standard(), 20);
    DriftReport segment =
        Reports.of(START, DriftStatus.STABLE, Reports.number("F", 0.3, DriftStatus.STABLE));
    segment.setSegment("contract=cash");
    few.closed(List.of(segment));

    few.closed(
        List.of(
            Reports.of(START, DriftStatus.STABLE, Reports.number("F", 0.3, DriftStatus.STABLE))));

    assertThat(other.get("creditstream.drift.psi").gauges())
        .as("everybody comes first")
        .singleElement()
        .returns("all", gauge -> gauge.getId().getTag("segment"));
    assertThat(other.get("creditstream.drift.series.dropped").gauge().value()).isPositive();
  }

  @Test
  void shouldForgetTheModelThatDecidedLongestAgo() {
    for (int i = 0; i < 6; i++) {
      DriftReport report =
          Reports.of(
              START.plusSeconds(300L * i),
              DriftStatus.STABLE,
              Reports.number("F", 0.1, DriftStatus.STABLE));
      report.setModelSha256("sha" + i);
      report.setModelVersion("v" + i);
      metrics.closed(List.of(report));
    }

    assertThat(registry.get("creditstream.drift.psi").gauges())
        .extracting(gauge -> gauge.getId().getTag("model"))
        .containsExactlyInAnyOrder("v2", "v3", "v4", "v5");
  }

  @Test
  void shouldCountLimitsThatNameNoFeatureOfTheModel() {
    DriftThresholds standard = DriftThresholds.standard();
    SimpleMeterRegistry other = new SimpleMeterRegistry();
    MicrometerDriftMetrics own =
        new MicrometerDriftMetrics(
            other, standard.with(ThresholdOverrides.parse("F:ks=0.2;G:ks=0.2", standard)), 1_000);

    own.closed(
        List.of(
            Reports.of(START, DriftStatus.STABLE, Reports.number("F", 0.3, DriftStatus.STABLE))));

    assertThat(other.get("creditstream.drift.limits.unknown").gauge().value()).isEqualTo(1);
  }

  @Test
  void shouldReplaceTheFiguresOfAModelAndForgetThemWhenHandedOver() {
    metrics.closed(
        List.of(Reports.of(START, DriftStatus.ALERT, Reports.number("F", 0.3, DriftStatus.ALERT))));
    metrics.closed(
        List.of(
            Reports.of(START, DriftStatus.STABLE, Reports.number("F", 0.02, DriftStatus.STABLE))));

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
    metrics.unmatched("credit.outcomes.v1");
    metrics.segmentDropped(7);
    metrics.reportsDropped(9);

    assertThat(registry.scrape())
        .contains(
            "creditstream_drift_late_total 3.0",
            "creditstream_drift_unreported_total 5.0",
            "creditstream_unmatched_total{topic=\"credit.outcomes.v1\"} 1.0",
            "creditstream_segments_dropped_total 7.0",
            "creditstream_drift_reports_dropped_total 9.0",
            "creditstream_dead_letters_total{reason=\"unknown_model\",topic=\"t\"} 1.0");
  }
}
