package io.creditstream.drift.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.service.recorded.RecordedState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stores hold, byte for byte. */
class RecordedStateTest {

  /** With {@code -Dcreditstream.write=true} the recording is made anew. */
  private static final boolean WRITE = Boolean.getBoolean("creditstream.write");

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final RecordedScenario scenario = new RecordedScenario(registry);

  @TempDir private Path directory;

  @Test
  void shouldWriteWhatTheReleaseWrote() throws Exception {
    RecordedState written = run();
    if (WRITE) {
      Files.createDirectories(RecordedScenario.RECORDED.getParent());
      Files.writeString(RecordedScenario.RECORDED, written.text());
    }

    RecordedState recorded = RecordedState.read(RecordedScenario.RECORDED);

    assertThat(recorded.entries())
        .extracting(RecordedState.Entry::store)
        .contains(
            DriftNodes.APPLICATIONS_STORE, DriftNodes.PENDING_STORE, DriftNodes.WINDOWS_STORE);
    assertThat(written.entries())
        .as(
            "what the stores hold has changed: give the format a new version and go on reading the"
                + " old one, see docs/upgrading.md")
        .isEqualTo(recorded.entries());
  }

  @Test
  void shouldRefuseStateOfAFormatThatIsNotKnown() {
    Serde<byte[]> serde = StateFormat.serde();
    byte[] stored = serde.serializer().serialize("store", new byte[] {7, 8});

    assertThat(stored).containsExactly(StateFormat.VERSION, 7, 8);
    assertThat(serde.deserializer().deserialize("store", stored)).containsExactly(7, 8);
    assertThat(serde.deserializer().deserialize("store", null)).isNull();
    assertThat(serde.serializer().serialize("store", null)).isNull();
    stored[0]++;
    assertThatThrownBy(() -> serde.deserializer().deserialize("store", stored))
        .hasMessage(
            "state of format 2, not 1: upgrade this drift monitor, or reset its state as"
                + " docs/upgrading.md says");
    assertThatThrownBy(() -> serde.deserializer().deserialize("store", new byte[0]))
        .hasMessageContaining("state of format none");
  }

  private RecordedState run() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, RecordedScenario.APPLICATION_ID);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            DriftTopology.build(scenario.parts(new SimpleMeterRegistry())),
            properties,
            RecordedScenario.START.plus(Duration.ofHours(2)))) {
      send(driver, scenario.told());
      driver.advanceWallClockTime(Duration.ofSeconds(2));
      send(driver, scenario.pending());
      return RecordedState.of(
          driver, RecordedScenario.APPLICATION_ID, driver.getAllStateStores().keySet(), registry);
    }
  }

  private static void send(
      TopologyTestDriver driver, List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(
        record ->
            driver
                .createInputTopic(
                    record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record)));
  }
}
