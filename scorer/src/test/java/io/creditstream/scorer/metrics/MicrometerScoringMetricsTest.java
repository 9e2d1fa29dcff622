package io.creditstream.scorer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MicrometerScoringMetricsTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ScoringMetrics metrics = new MicrometerScoringMetrics(registry);

  @Test
  void shouldExposeTheNamesOfTheContract() {
    metrics.decided(DecisionOutcome.DECLINED, "m-1", Duration.ofMillis(3), Duration.ofMillis(120));
    metrics.deadLetter("credit.applications.v1", DeadLetterReason.TRUNCATED);
    metrics.duplicate();
    metrics.tombstone("credit.applications.v1");
    metrics.modelRefused("champion");
    metrics.challengerDecided(DecisionOutcome.APPROVED, "m-2");
    metrics.challengerFailed("slow");
    metrics.challengerSkipped();
    metrics.waiting(3);
    metrics.waiting(-1);
    metrics.historyRanOut();
    metrics.forgotten(4);
    metrics.rescored(RescoreResult.STALE);
    metrics.unseenCategory("NAME_CONTRACT_TYPE");

    assertThat(registry.scrape().lines())
        .contains(
            "creditstream_decisions_total{model=\"m-1\",outcome=\"DECLINED\"} 1.0",
            "creditstream_dead_letters_total{reason=\"truncated\",topic=\"credit.applications.v1\"} 1.0",
            "creditstream_duplicates_total 1.0",
            "creditstream_scoring_seconds_bucket{le=\"0.005\"} 1",
            "creditstream_scoring_seconds_count 1",
            "creditstream_end_to_end_seconds_bucket{le=\"0.1\"} 0",
            "creditstream_end_to_end_seconds_bucket{le=\"0.15\"} 1",
            "creditstream_tombstones_total{topic=\"credit.applications.v1\"} 1.0",
            "creditstream_models_refused_total{role=\"champion\"} 1.0",
            "creditstream_challenger_decisions_total{model=\"m-2\",outcome=\"APPROVED\"} 1.0",
            "creditstream_challenger_failures_total{reason=\"slow\"} 1.0",
            "creditstream_challenger_skipped_total 1.0",
            "creditstream_applications_waiting 2.0",
            "creditstream_history_deadlines_total 1.0",
            "creditstream_decisions_forgotten_total 4.0",
            "creditstream_rescore_requests_total{result=\"stale\"} 1.0",
            "creditstream_unseen_categories_total{feature=\"NAME_CONTRACT_TYPE\"} 1.0");
  }

  @Test
  void shouldNameTheOneModelOfARole() {
    metrics.modelActive("champion", "m-1", "aa");
    metrics.modelActive("champion", "m-2", "bb");

    assertThat(registry.scrape().lines().filter(line -> line.startsWith("creditstream_model_info")))
        .containsExactly(
            "creditstream_model_info{role=\"champion\",sha256=\"bb\",version=\"m-2\"} 1");

    metrics.modelWithdrawn("champion");

    assertThat(registry.scrape()).doesNotContain("creditstream_model_info{");
  }
}
