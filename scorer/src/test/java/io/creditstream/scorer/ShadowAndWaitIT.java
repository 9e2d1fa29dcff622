package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Metrics;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.service.streams.StreamsSettings;
import io.creditstream.simulator.feed.EventPublisher;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowAndWaitIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private Platform platform;

  @BeforeEach
  void start() {
    platform = Platform.startWithChampion(directory);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void shouldScoreInTheShadowUntilTheChallengerIsWithdrawn() {
    Bundle challenger = TestBundles.train(12);
    try (ScorerApplication scorer = platform.startReady(platform.config("shadow"))) {
      platform.publish(ModelRole.CHALLENGER, challenger);
      awaitMetric(scorer, challenger.manifest().modelSha256(), true);
      platform.apply("a-1");

      LoanDecision decision = platform.awaitDecisions(1).get(0);
      LoanDecision shadow = shadows().get(0);
      assertThat(decision.getModelSha256())
          .isEqualTo(TestBundles.shared().manifest().modelSha256());
      assertThat(shadow.getModelSha256()).isEqualTo(challenger.manifest().modelSha256());
      assertThat(shadow.getApplicationId()).isEqualTo("a-1");
      assertThat(shadow.getDecidedAt()).isEqualTo(decision.getDecidedAt());

      platform.publishBytes(ModelRole.CHALLENGER, null);
      awaitMetric(scorer, challenger.manifest().modelSha256(), false);
      platform.publishBytes(ModelRole.CHALLENGER, new byte[] {1});
      platform.apply("a-2");

      assertThat(platform.awaitDecisions(2)).hasSize(2);
      assertThat(shadows()).hasSize(1);
    }
  }

  @Test
  void shouldRefuseAChallengerWhoseTopicIsMissingAndDecideOn() throws Exception {
    String topic = Topics.CHALLENGER_DECISIONS.name();
    try (ScorerApplication scorer = platform.startReady(platform.config("missing"));
        Admin admin = Admin.create(platform.client())) {
      admin.deleteTopics(List.of(topic)).all().get();
      Awaitility.await("its end")
          .atMost(PATIENCE)
          .until(() -> !admin.listTopics().names().get().contains(topic));

      platform.publish(ModelRole.CHALLENGER, TestBundles.shared());

      awaitMetric(scorer, "creditstream_models_refused_total{role=\"challenger\"} 1.0", true);
      platform.apply("a-1");
      assertThat(platform.awaitDecisions(1)).hasSize(1);
      assertThat(text(scorer, "/v1/model"))
          .contains("topic credit.challenger-decisions.v1 is missing: make it")
          .doesNotContain("\"challenger\":");
    }
  }

  @Test
  void shouldDecideOnceWhatWaitedWhileTheScorerWasRestartedWithoutItsState() {
    HistoryWait wait = new HistoryWait(Duration.ofHours(1), List.of(HistorySource.BUREAU_CREDITS));
    try (ScorerApplication first =
        platform.startReady(platform.config("wait").withHistoryWait(wait))) {
      platform.apply("a-1");
      awaitMetric(first, "creditstream_applications_waiting 1.0", true);
    }
    assertThat(platform.records(Topics.DECISIONS.name())).isEmpty();

    // Another state directory: what waits is restored from its changelog.
    try (ScorerApplication second =
        platform.startReady(platform.elsewhere("wait", "other").withHistoryWait(wait))) {
      awaitMetric(second, "creditstream_applications_waiting 1.0", true);
      platform.apply("a-1");
      try (EventPublisher publisher = platform.publisher()) {
        BureauCredit credit = Events.credit("b-1", 1_000, Instant.parse("2025-12-01T00:00:00Z"));
        publisher.send(Topics.BUREAU_CREDITS, Events.CLIENT, credit);
        publisher.flush();
      }

      LoanDecision decision = platform.awaitDecisions(1).get(0);
      assertThat(decision.getMissingSources()).doesNotContain(Topics.BUREAU_CREDITS.name());
      assertThat(decision.getSource().getOffset()).isZero();
      awaitMetric(second, "creditstream_duplicates_total 1.0", true);
      assertThat(platform.records(Topics.DECISIONS.name())).hasSize(1);
    }
  }

  @Test
  void shouldShowTheDecisionAboutOneThatWaitedOnceItIsCommitted() throws Exception {
    HistoryWait wait = new HistoryWait(Duration.ofHours(1), List.of(HistorySource.BUREAU_CREDITS));
    // The stores show the decision for seconds before it is committed.
    StreamsSettings usual = StreamsSettings.ofThreads(1);
    StreamsSettings seldom =
        new StreamsSettings(1, Duration.ofSeconds(4), usual.cacheBytes(), usual.rocksDbBytes(), 0);
    try (ScorerApplication scorer =
        platform.startReady(platform.config("seldom").withHistoryWait(wait).withStreams(seldom))) {
      platform.apply("a-1");
      awaitMetric(scorer, "creditstream_applications_waiting 1.0", true);
      awaitOffset("scorer-seldom");
      try (EventPublisher publisher = platform.publisher()) {
        BureauCredit credit = Events.credit("b-1", 1_000, Instant.parse("2025-12-01T00:00:00Z"));
        publisher.send(Topics.BUREAU_CREDITS, Events.CLIENT, credit);
        publisher.flush();
      }

      Awaitility.await("the decision")
          .atMost(PATIENCE)
          .until(() -> status(scorer, "/v1/applications/a-1"), status -> status == 200);

      assertThat(platform.records(Topics.DECISIONS.name())).hasSize(1);
    }
  }

  /** Waits until a group has committed that it has read an application. */
  private void awaitOffset(String group) {
    try (Admin admin = Admin.create(platform.client())) {
      Awaitility.await("offset")
          .atMost(PATIENCE)
          .until(
              () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get(),
              offsets ->
                  offsets.entrySet().stream()
                      .anyMatch(
                          entry ->
                              entry.getKey().topic().equals(Topics.APPLICATIONS.name())
                                  && entry.getValue().offset() > 0));
    }
  }

  private static int status(ScorerApplication scorer, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(scorer.uri().resolve(path)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static String text(ScorerApplication scorer, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(scorer.uri().resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private List<LoanDecision> shadows() {
    AvroDeserializer<LoanDecision> deserializer =
        new AvroDeserializer<>(LoanDecision.class, platform.registryClient());
    return platform.awaitRecords(Topics.CHALLENGER_DECISIONS.name(), 1).stream()
        .map(record -> deserializer.deserialize(record.topic(), record.value()))
        .toList();
  }

  private static void awaitMetric(ScorerApplication scorer, String text, boolean there) {
    Awaitility.await(text)
        .atMost(PATIENCE)
        .until(() -> Metrics.of(scorer).contains(text), found -> found == there);
  }
}
