package io.creditstream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.TopicSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions of a model that the topic of the models no longer holds. */
class OldReferencesIT {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Population population = new Population(1, 5_000, 1);
  private final Population wider = new Population(2, 5_000, 2);

  @TempDir private Path directory;

  @Test
  void shouldJudgeThemByTheirOwnReferenceWhateverTheMonitorHasForgotten() throws Exception {
    try (TestCluster cluster = new TestCluster(directory, population)) {
      DecisionFactory old = new DecisionFactory(population, cluster.modelSha256());
      Bundle next = Bundles.of(wider, "the next model");
      try (DriftMonitorApplication monitor = start(cluster, "first")) {
        cluster.publishModel();
        cluster.publish(next);
        cluster.decide(0, window(old, 0, 600));
        await().atMost(PATIENCE).until(() -> monitor.drift().windowsClosed() == 1);
      }
      cluster.forgetModelsBefore(cluster.committed(Topics.MODELS.name()).get(1).offset());
      assertThat(cluster.committed(Topics.MODELS.name())).hasSize(1);
      cluster.decide(0, window(old, 1, 700));
      cluster.decide(0, window(new DecisionFactory(wider, next.manifest().modelSha256()), 2, 800));
      cluster.decide(0, window(new DecisionFactory(population, "f".repeat(64)), 2, 3));

      try (DriftMonitorApplication monitor = start(cluster, "second")) {
        await().atMost(PATIENCE).until(monitor::caughtUp);

        assertThat(reports(cluster, cluster.modelSha256()))
            .extracting(DriftReport::getSamples)
            .as("of the first monitor, then of the second, which reads all from the beginning")
            .containsExactly(600L, 600L, 700L);
        assertThat(reports(cluster, cluster.modelSha256()))
            .allSatisfy(
                report -> {
                  assertThat(report.getStatus()).isEqualTo(DriftStatus.STABLE);
                  assertThat(report.getFeatures()).hasSize(9);
                });
        assertThat(reports(cluster, next.manifest().modelSha256()))
            .singleElement()
            .satisfies(report -> assertThat(report.getFeatures()).hasSize(17));
        assertThat(cluster.committed(Topics.DECISIONS.deadLetterTopic()))
            .as("decisions of a model that nobody ever published")
            .hasSize(3);
      }
    }
  }

  private static List<DriftReport> reports(TestCluster cluster, String modelSha256) {
    return cluster.reports().stream()
        .filter(report -> report.getModelSha256().equals(modelSha256))
        .toList();
  }

  /** A monitor that knows nothing of others. */
  private DriftMonitorApplication start(TestCluster cluster, String name) {
    return DriftMonitorApplication.start(
        DriftMonitorConfig.defaults(cluster.settings(name, directory.resolve(name)), 0)
            .withTopics(new TopicSettings(1, (short) 1))
            .withFlushInterval(Duration.ofMillis(200))
            .withWindows(
                new WindowSettings(Duration.ofMinutes(5), Duration.ZERO, Duration.ofSeconds(2))));
  }

  private static List<LoanDecision> window(DecisionFactory decisions, int number, int samples) {
    Instant start = START.plus(Duration.ofMinutes(5).multipliedBy(number));
    return IntStream.range(0, samples)
        .mapToObj(i -> decisions.at(start.plusMillis(i), Change.none()))
        .toList();
  }
}
