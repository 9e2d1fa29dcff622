package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.service.recorded.RecordedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

    assertThat(recorded.entries()).extracting(RecordedState.Entry::store).contains("decisions");
    assertThat(written.entries())
        .as(
            "what the stores hold has changed: give the format a new version and go on reading the"
                + " old one, see docs/upgrading.md")
        .isEqualTo(recorded.entries());
  }

  private RecordedState run() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, RecordedScenario.APPLICATION_ID);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            ScoringTopology.build(scenario.parts(new CountingMetrics())), properties, Events.NOW)) {
      scenario
          .records()
          .forEach(
              record ->
                  driver
                      .createInputTopic(
                          record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                      .pipeInput(new TestRecord<>(record)));
      return RecordedState.of(
          driver, RecordedScenario.APPLICATION_ID, driver.getAllStateStores().keySet(), registry);
    }
  }
}
