package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsPropertiesTest {

  private static final StreamsSettings SETTINGS = StreamsSettings.ofThreads(2);
  private static final TopicSettings TOPICS = TopicSettings.defaults();

  @Test
  void shouldProcessExactlyOnceWithCommitsEveryTenthOfASecond() {
    try (RocksDbMemory memory = new RocksDbMemory(64 << 20, 32 << 20)) {
      Properties properties =
          StreamsProperties.exactlyOnce(
              KafkaSettings.of("b:1", "http://r", "app", Path.of("s")), TOPICS, SETTINGS, memory);
      StreamsConfig config = new StreamsConfig(properties);

      assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
      assertThat(config.getLong("commit.interval.ms")).isEqualTo(100);
      assertThat(config.getInt("num.stream.threads")).isEqualTo(2);
      assertThat(config.getMainConsumerConfigs("g", "c", 0))
          .containsEntry("isolation.level", "read_committed")
          .containsEntry("auto.offset.reset", "earliest");
      assertThat(config.getProducerConfigs("c")).containsEntry("compression.type", "lz4");
    }
  }

  @Test
  void shouldLetClientPropertiesTuneTheClientsButNotTheGuarantee() {
    Map<String, String> tuned =
        Map.of("producer.linger.ms", "50", "processing.guarantee", "at_least_once");
    try (RocksDbMemory memory = new RocksDbMemory(64 << 20, 32 << 20)) {
      Properties properties =
          StreamsProperties.exactlyOnce(
              new KafkaSettings("b:1", "http://r", "app", Path.of("s"), "one", tuned),
              TOPICS,
              SETTINGS,
              memory);

      assertThat(properties)
          .containsEntry("producer.linger.ms", "50")
          .containsEntry("processing.guarantee", "exactly_once_v2")
          .containsEntry("group.instance.id", "one");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"linger.ms", "producer.linger.ms"})
  void shouldPreferWhatIsGivenForAllClientsOrForOneKindToItsOwnDefaults(String given) {
    try (RocksDbMemory memory = new RocksDbMemory(64 << 20, 32 << 20)) {
      Properties properties =
          StreamsProperties.exactlyOnce(
              new KafkaSettings("b:1", "http://r", "app", Path.of("s"), null, Map.of(given, "7")),
              TOPICS,
              SETTINGS,
              memory);

      assertThat(new StreamsConfig(properties).getProducerConfigs("c"))
          .hasEntrySatisfying("linger.ms", linger -> assertThat(linger).hasToString("7"))
          .containsEntry("compression.type", "lz4");
    }
  }

  @Test
  void shouldCopyInternalTopicsAsThoseOfTheContractUnlessToldOtherwise() {
    Map<String, String> other = Map.of("replication.factor", "5", "topic.min.insync.replicas", "3");

    assertThat(copied(TOPICS, Map.of())).isEqualTo(Map.of("replication.factor", "-1"));
    assertThat(copied(new TopicSettings(4, (short) 3), Map.of()))
        .isEqualTo(Map.of("replication.factor", "3", "topic.min.insync.replicas", "2"));
    assertThat(copied(new TopicSettings(4, (short) 3), other)).isEqualTo(other);
  }

  private static Map<String, String> copied(TopicSettings topics, Map<String, String> client) {
    KafkaSettings kafka = new KafkaSettings("b:1", "http://r", "app", Path.of("s"), null, client);
    try (RocksDbMemory memory = new RocksDbMemory(64 << 20, 32 << 20)) {
      Map<String, String> copied = new TreeMap<>();
      StreamsProperties.exactlyOnce(kafka, topics, SETTINGS, memory)
          .forEach((key, value) -> copied.put(key.toString(), value.toString()));
      copied.keySet().retainAll(Set.of("replication.factor", "topic.min.insync.replicas"));
      return copied;
    }
  }

  @Test
  void shouldRefuseSettingsThatCannotWork() {
    assertThatThrownBy(() -> StreamsSettings.ofThreads(0)).hasMessageContaining("threads 0");
    assertThatThrownBy(() -> new StreamsSettings(1, Duration.ZERO, 0, 64 << 20, 0))
        .hasMessageContaining("commitInterval");
    assertThatThrownBy(() -> new StreamsSettings(1, Duration.ofMillis(1), 0, 1, 0))
        .hasMessageContaining("rocksDbBytes");
  }
}
