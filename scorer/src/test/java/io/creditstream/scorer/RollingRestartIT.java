package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Metrics;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.GroupState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances with a stable name in their group are restarted one after the other. */
class RollingRestartIT {

  private static final int ROUNDS = 3;
  private static final String NAME = "rolling";
  private static final String GROUP = "scorer-" + NAME;

  /** Longer than this nobody may wait: then the group has taken an instance for lost. */
  private static final Duration SESSION = Duration.ofSeconds(45);

  @TempDir Path directory;

  @Test
  void shouldGoOnThroughThreeRollingRestartsWithoutAStormOfRebalances() throws Exception {
    try (Platform platform = Platform.start(directory);
        Admin admin = Admin.create(platform.client())) {
      platform.createTopics();
      platform.publishChampion(TestBundles.shared());
      ScorerApplication one = platform.startReady(instance(platform, "one"));
      ScorerApplication two = platform.startReady(instance(platform, "two"));
      try (LiveFeed feed = LiveFeed.start(platform, 20)) {
        awaitMoreDecisions(platform);
        assertThat(rebalances(two)).isPositive();
        awaitSettled(admin);
        for (int round = 0; round < ROUNDS; round++) {
          double before = rebalances(two);
          one.close();
          one = platform.startReady(instance(platform, "one"));
          awaitMoreDecisions(platform);
          awaitSettled(admin);
          assertThat(rebalances(two) - before)
              .as("rebalances by one restart")
              .isLessThanOrEqualTo(2);
          before = rebalances(one);
          two.close();
          two = platform.startReady(instance(platform, "two"));
          awaitMoreDecisions(platform);
          awaitSettled(admin);
          assertThat(rebalances(one) - before)
              .as("rebalances by one restart")
              .isLessThanOrEqualTo(2);
        }

        List<String> sent = feed.stop();
        List<LoanDecision> decisions = platform.awaitDecisions(sent.size());
        assertThat(decisions)
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrderElementsOf(sent);
        assertThatNobodyWaitedForLong(platform, decisions);
      } finally {
        one.close();
        two.close();
      }
    }
  }

  private static ScorerConfig instance(Platform platform, String name) {
    KafkaSettings kafka = platform.elsewhere(NAME, name).kafka();
    return platform.config(
        new KafkaSettings(
            kafka.bootstrapServers(),
            kafka.registryUrl(),
            kafka.applicationId(),
            kafka.stateDirectory(),
            name,
            Map.of()));
  }

  private static void assertThatNobodyWaitedForLong(
      Platform platform, List<LoanDecision> decisions) {
    AvroDeserializer<LoanApplication> applications =
        new AvroDeserializer<>(LoanApplication.class, platform.registryClient());
    Map<String, Instant> written = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : platform.records(Topics.APPLICATIONS.name())) {
      LoanApplication application = applications.deserialize(record.topic(), record.value());
      written.put(application.getApplicationId(), Instant.ofEpochMilli(record.timestamp()));
    }
    assertThat(decisions)
        .allSatisfy(
            decision ->
                assertThat(
                        Duration.between(
                            written.get(decision.getApplicationId()), decision.getDecidedAt()))
                    .isLessThan(SESSION));
  }

  /** As whoever restarts has to wait: who ends in a rebalance holds the others up. */
  private static void awaitSettled(Admin admin) {
    Awaitility.await("a stable group")
        .atMost(SESSION)
        .during(Duration.ofSeconds(1))
        .until(
            () -> admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP).get(),
            group -> group.groupState() == GroupState.STABLE);
  }

  private static void awaitMoreDecisions(Platform platform) {
    platform.awaitDecisions(platform.records(Topics.DECISIONS.name()).size() + 15);
  }

  /** How often the threads of an instance took part in a rebalance. */
  private static double rebalances(ScorerApplication scorer) throws Exception {
    return Metrics.sum(scorer, "kafka_consumer_coordinator_rebalance_total");
  }
}
