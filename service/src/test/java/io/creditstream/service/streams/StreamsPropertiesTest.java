package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {

  private static final StreamsSettings SETTINGS = StreamsSettings.ofThreads(2);

  @Test
  void shouldProcessExactlyOnceWithCommitsEveryTenthOfASecond() {
    try (RocksDbMemory memory = new RocksDbMemory(64 << 20, 32 << 20)) {
      Properties properties =
          StreamsProperties.exactlyOnce(
              KafkaSettings.of("b:1", "http://r", "app", Path.of("s")), SETTINGS, memory);
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
              SETTINGS,
              memory);

      assertThat(properties)
          .containsEntry("producer.linger.ms", "50")
          .containsEntry("processing.guarantee", "exactly_once_v2")
          .containsEntry("group.instance.id", "one");
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
