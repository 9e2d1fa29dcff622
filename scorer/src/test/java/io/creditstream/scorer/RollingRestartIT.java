package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Metrics;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.Undisturbed;
import io.creditstream.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances with a stable name in their group are restarted one after the other. */
class RollingRestartIT {

  private static final int ROUNDS = 3;
  private static final String NAME = "rolling";
  private static final String GROUP = "scorer-" + NAME;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void shouldGoOnThroughThreeRollingRestartsWithoutAStormOfRebalances() throws Exception {
    try (Platform platform = Platform.startWithChampion(directory);
        Admin admin = Admin.create(platform.client())) {
      ScorerApplication one = platform.startReady(instance(platform, "one"));
      ScorerApplication two = platform.startReady(instance(platform, "two"));
      try (LiveFeed feed = LiveFeed.start(platform, 20)) {
        awaitMoreDecisions(platform);
        assertThat(rebalances(two)).isPositive();
        Map<String, Set<TopicPartition>> shares = awaitSettled(admin);
        assertThat(shares).containsOnlyKeys("one", "two");
        assertThat(shares.values()).doesNotContain(Set.of());
        for (int round = 0; round < ROUNDS; round++) {
          double before = rebalances(two);
          one.close();
          one = platform.startReady(instance(platform, "one"));
          awaitMoreDecisions(platform);
          assertThatNothingWasMoved(admin, shares, rebalances(two) - before);
          before = rebalances(one);
          two.close();
          two = platform.startReady(instance(platform, "two"));
          awaitMoreDecisions(platform);
          assertThatNothingWasMoved(admin, shares, rebalances(one) - before);
        }

        List<String> sent = feed.stop();
        assertThat(platform.awaitDecisions(sent.size()))
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrderElementsOf(sent);
      } finally {
        one.close();
        two.close();
      }
      Undisturbed.assertThatItDecidesTheSame(platform);
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

  /** The restarted instance was expected back: the other one took over nothing of its work. */
  private static void assertThatNothingWasMoved(
      Admin admin, Map<String, Set<TopicPartition>> shares, double rebalances) {
    assertThat(awaitSettled(admin)).isEqualTo(shares);
    assertThat(rebalances).as("rebalances by one restart").isLessThanOrEqualTo(2);
  }

  /**
   * As whoever restarts has to wait: who ends in a rebalance holds the others up. Gives the
   * partitions of each instance.
   */
  private static Map<String, Set<TopicPartition>> awaitSettled(Admin admin) {
    ConsumerGroupDescription settled =
        Awaitility.await("a stable group")
            .atMost(PATIENCE)
            .during(Duration.ofSeconds(1))
            .until(
                () ->
                    admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP).get(),
                group -> group.groupState() == GroupState.STABLE);
    return settled.members().stream()
        .collect(
            Collectors.groupingBy(
                RollingRestartIT::instance,
                Collectors.flatMapping(
                    member -> member.assignment().topicPartitions().stream(), Collectors.toSet())));
  }

  /** Each thread is a member, under the name of its instance and a number. */
  private static String instance(MemberDescription member) {
    String name = member.groupInstanceId().orElseThrow();
    return name.substring(0, name.lastIndexOf('-'));
  }

  private static void awaitMoreDecisions(Platform platform) {
    platform.awaitDecisions(platform.records(Topics.DECISIONS.name()).size() + 15);
  }

  /** How often the threads of an instance took part in a rebalance. */
  private static double rebalances(ScorerApplication scorer) throws Exception {
    return Metrics.sum(scorer, "kafka_consumer_coordinator_rebalance_total");
  }
}
