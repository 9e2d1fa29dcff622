package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.ScorerProcess;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.scorer.fixture.Undisturbed;
import io.creditstream.service.kafka.KafkaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance is held up for so long that another one takes over, and then wakes up. */
class ZombieIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String GROUP = ScorerConfig.DEFAULT_APPLICATION_ID;
  private static final String SLEEPER = "sleeper";

  /** What is held up counts as lost, and its transaction is aborted, after a few seconds. */
  private static final Map<String, String> QUICK_TO_GIVE_UP =
      Map.of("session.timeout.ms", "6000", "transaction.timeout.ms", "5000");

  private static final Map<String, String> BROKER =
      Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");

  @TempDir Path directory;
  private Platform platform;
  private Admin admin;

  @BeforeEach
  void start() {
    platform = Platform.start(directory, BROKER);
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
    admin = Admin.create(platform.client());
  }

  @AfterEach
  void stop() {
    admin.close();
    platform.close();
  }

  @Test
  void shouldFenceAnInstanceThatWakesUpInTheMidstOfATransaction() throws Exception {
    Path home = Files.createDirectory(directory.resolve(SLEEPER));
    try (ScorerProcess sleeper =
            ScorerProcess.start(
                platform,
                home,
                Map.of(
                    "GROUP_INSTANCE_ID",
                    SLEEPER,
                    "KAFKA_SESSION_TIMEOUT_MS",
                    QUICK_TO_GIVE_UP.get("session.timeout.ms"),
                    "KAFKA_TRANSACTION_TIMEOUT_MS",
                    QUICK_TO_GIVE_UP.get("transaction.timeout.ms")));
        ScorerApplication other = other()) {
      sleeper.awaitReady();
      Set<Integer> held = awaitPartitionsOf(SLEEPER);
      try (LiveFeed feed = LiveFeed.start(platform, 25)) {
        awaitMoreDecisions(held);

        Set<Integer> open = pauseInTransaction(sleeper, held);
        awaitMoreDecisions(open);
        sleeper.resume();
        awaitPartitionsOf(SLEEPER);
        awaitMoreDecisions(held);

        List<String> sent = feed.stop();
        assertThat(platform.awaitDecisions(sent.size()))
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(platform.records(Topics.DECISIONS.name(), "read_uncommitted"))
            .as("those that the sleeper had made were taken back and made again")
            .hasSizeGreaterThan(sent.size());
        assertThat(platform.deadLetters()).isEmpty();
        sleeper.awaitReady();
        Platform.awaitReady(other);
      }
    }
    Undisturbed.assertThatItDecidesTheSame(platform);
  }

  private ScorerApplication other() {
    return platform.startReady(
        platform.config(
            new KafkaSettings(
                platform.bootstrapServers(),
                platform.registryUrl(),
                GROUP,
                directory.resolve("other"),
                "other",
                QUICK_TO_GIVE_UP)));
  }

  /** Holds a process up; gives the partitions of decisions that it had not committed by then. */
  private Set<Integer> pauseInTransaction(ScorerProcess process, Set<Integer> held) {
    return Awaitility.await("an open transaction")
        .atMost(PATIENCE)
        .until(
            () -> {
              process.pause();
              Set<Integer> open = settled(held);
              if (open.isEmpty()) {
                process.resume();
              }
              return open;
            },
            open -> !open.isEmpty());
  }

  /** Open transactions, once what the process had sent before it was held up has arrived. */
  private Set<Integer> settled(Set<Integer> held) throws Exception {
    Set<Integer> open = openTransactions(held);
    Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
    open.retainAll(openTransactions(held));
    return open;
  }

  /** Partitions of decisions with records that are not committed. */
  private Set<Integer> openTransactions(Set<Integer> held) throws Exception {
    Map<Integer, Long> committed = ends(IsolationLevel.READ_COMMITTED);
    Map<Integer, Long> written = ends(IsolationLevel.READ_UNCOMMITTED);
    Set<Integer> open = new TreeSet<>(held);
    open.removeIf(partition -> written.get(partition) <= committed.get(partition));
    return open;
  }

  private void awaitMoreDecisions(Set<Integer> partitions) throws Exception {
    for (int partition : partitions) {
      long now = ends(IsolationLevel.READ_COMMITTED).get(partition);
      Awaitility.await("decisions of partition " + partition)
          .atMost(PATIENCE)
          .until(() -> ends(IsolationLevel.READ_COMMITTED).get(partition) > now + 20);
    }
  }

  private Map<Integer, Long> ends(IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, Platform.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.DECISIONS.name(), partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue().offset()));
  }

  /** Waits until an instance decides applications; gives the partitions of which it does. */
  private Set<Integer> awaitPartitionsOf(String instance) {
    return Awaitility.await("partitions of " + instance)
        .atMost(PATIENCE)
        .until(() -> partitionsOf(instance), partitions -> !partitions.isEmpty());
  }

  private Set<Integer> partitionsOf(String instance)
      throws ExecutionException, InterruptedException {
    return admin
        .describeConsumerGroups(List.of(GROUP))
        .describedGroups()
        .get(GROUP)
        .get()
        .members()
        .stream()
        .filter(member -> member.groupInstanceId().orElse("").startsWith(instance))
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .filter(partition -> partition.topic().equals(Topics.APPLICATIONS.name()))
        .map(TopicPartition::partition)
        .collect(Collectors.toSet());
  }
}
