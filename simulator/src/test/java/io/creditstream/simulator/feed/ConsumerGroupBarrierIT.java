package io.creditstream.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConsumerGroupBarrierIT {

  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final TopicPartition FIRST = new TopicPartition("history", 0);
  private static final TopicPartition SECOND = new TopicPartition("history", 1);
  private static final Map<TopicPartition, Long> WANTED = Map.of(FIRST, 10L, SECOND, 3L);

  @TempDir private static Path directory;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(BrokerOptions.in(directory));
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic("history", 2, (short) 1))).all().get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldReturnOnceTheGroupHasCommittedEverything() throws Exception {
    try (ConsumerGroupBarrier barrier = new ConsumerGroupBarrier(admin(), "moves", LONG)) {
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> barrier.await(WANTED));

      commit("moves", Map.of(FIRST, 10L, SECOND, 2L));
      assertThat(waiting).isNotDone();
      commit("moves", Map.of(SECOND, 3L));

      waiting.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void shouldReturnAtOnceIfTheGroupIsFurther() {
    commit("further", Map.of(FIRST, 11L, SECOND, 30L));

    try (ConsumerGroupBarrier barrier = new ConsumerGroupBarrier(admin(), "further", SHORT)) {
      barrier.await(WANTED);
      barrier.await(Map.of());
    }
  }

  @Test
  void shouldGiveUpOnGroupThatStandsStill() {
    commit("stands", Map.of(FIRST, 10L, SECOND, 2L));

    for (String group : List.of("stands", "unknown")) {
      try (ConsumerGroupBarrier barrier = new ConsumerGroupBarrier(admin(), group, SHORT)) {
        assertThatThrownBy(() -> barrier.await(WANTED))
            .isInstanceOf(FeedException.class)
            .hasMessage(
                "the consumer group %s does not take in history; is the scorer running?", group);
      }
    }
  }

  @Test
  void shouldNotBalanceOnePartitionWithAnother() {
    commit("ahead", Map.of(FIRST, 1000L));

    try (ConsumerGroupBarrier barrier = new ConsumerGroupBarrier(admin(), "ahead", SHORT)) {
      assertThatThrownBy(() -> barrier.await(WANTED)).isInstanceOf(FeedException.class);
    }
  }

  @Test
  void shouldSayInOneLineThatTheBrokerDoesNotAnswer() {
    Admin nobody =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                "request.timeout.ms",
                "200",
                "default.api.timeout.ms",
                "300"));

    try (ConsumerGroupBarrier barrier = new ConsumerGroupBarrier(nobody, "group", LONG)) {
      assertThatThrownBy(() -> barrier.await(WANTED))
          .isInstanceOf(FeedException.class)
          .hasMessageStartingWith("the offsets of the consumer group group cannot be read: ")
          .message()
          .doesNotContain("\n", "Exception");
    }
  }

  @Test
  void shouldStopWhenInterrupted() {
    try (ConsumerGroupBarrier barrier = new ConsumerGroupBarrier(admin(), "stopped", LONG)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> barrier.await(WANTED))
          .isInstanceOf(FeedException.class)
          .hasMessage("interrupted while waiting for the scorer");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static void commit(String group, Map<TopicPartition, Long> offsets) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.commitSync(
          offsets.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue()))));
    }
  }
}
