package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.service.kafka.TopicException;
import io.creditstream.simulator.feed.EventPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are gone that a scorer has not read, or from which it restores its stores. */
class TruncatedTopicIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private Platform platform;
  private Admin admin;

  @BeforeEach
  void start() {
    platform = Platform.startWithChampion(directory);
    admin = Admin.create(platform.client());
  }

  @AfterEach
  void stop() {
    admin.close();
    platform.close();
  }

  @Test
  void shouldGiveUpNamingWhatIsGoneAndGoOnAfterTheResetOfTheRunbook() throws Exception {
    ScorerConfig config = platform.config("truncated");
    try (ScorerApplication scorer = platform.startReady(config)) {
      platform.apply("seen");
      platform.awaitDecisions(1);
    }
    platform.apply("gone");
    platform.apply("left");
    ConsumerRecord<byte[], byte[]> left = last(platform.records(Topics.APPLICATIONS.name()));
    TopicPartition partition = new TopicPartition(left.topic(), left.partition());
    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(left.offset()))).all().get();

    try (ScorerApplication scorer = ScorerApplication.start(config)) {
      String why =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(
                  () -> scorer.health().whyNotAlive().getOrDefault("streams", ""),
                  text -> !text.isEmpty());
      assertThat(why)
          .contains(partition + " would go on at 1, but holds 2 to 3")
          .contains("the group scorer-truncated")
          .contains("docs/runbook.md");
    }
    assertThat(platform.records(Topics.DECISIONS.name())).hasSize(1);

    admin
        .alterConsumerGroupOffsets(
            config.kafka().applicationId(), Map.of(partition, new OffsetAndMetadata(left.offset())))
        .all()
        .get();
    try (ScorerApplication scorer = platform.startReady(config)) {
      assertThat(platform.awaitDecisions(2))
          .extracting(LoanDecision::getApplicationId)
          .containsExactly("seen", "left");
    }
  }

  @Test
  void shouldRefuseToStartWithoutChangelogsUntilTheResetOfTheRunbook() throws Exception {
    ScorerConfig config = platform.config("changelog");
    String group = config.kafka().applicationId();
    String history = group + "-history-bureau-credits-changelog";
    String decisions = group + "-decisions-changelog";
    String byClient = group + "-client-decisions-changelog";
    String waiting = group + "-waiting-applications-changelog";
    try (ScorerApplication scorer = platform.startReady(config);
        EventPublisher publisher = platform.publisher()) {
      publisher.send(
          Topics.BUREAU_CREDITS, Events.CLIENT, Events.credit("b-1", 1_000, Events.PAST));
      publisher.flush();
      platform.apply("first");
      platform.awaitDecisions(1);
    }
    admin.deleteTopics(List.of(history, decisions, byClient, waiting)).all().get();

    assertThatThrownBy(() -> ScorerApplication.start(config))
        .isInstanceOf(TopicException.class)
        .hasMessageContaining(history)
        .hasMessageContaining(decisions)
        .hasMessageContaining(byClient)
        .hasMessageContaining(waiting)
        .hasMessageContaining("docs/runbook.md");

    Map<TopicPartition, OffsetAndMetadata> anew =
        IntStream.range(0, Platform.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.BUREAU_CREDITS.name(), partition))
            .collect(
                Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
    admin.alterConsumerGroupOffsets(group, anew).all().get();
    admin
        .createTopics(
            Stream.of(decisions, byClient, waiting).map(TruncatedTopicIT::emptyChangelog).toList())
        .all()
        .get();
    try (ScorerApplication scorer = platform.startReady(platform.elsewhere("changelog", "new"))) {
      platform.apply("second");
      LoanDecision second =
          platform.awaitDecisions(2).stream()
              .filter(decision -> decision.getApplicationId().equals("second"))
              .findFirst()
              .orElseThrow();
      assertThat(second.getMissingSources()).doesNotContain(Topics.BUREAU_CREDITS.name());
    }
  }

  /** As the runbook makes it. */
  private static NewTopic emptyChangelog(String name) {
    return new NewTopic(name, Platform.PARTITIONS, (short) 1)
        .configs(
            Map.of(
                "cleanup.policy",
                "compact",
                "max.message.bytes",
                "16777216",
                "message.timestamp.after.max.ms",
                Long.toString(Long.MAX_VALUE)));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
