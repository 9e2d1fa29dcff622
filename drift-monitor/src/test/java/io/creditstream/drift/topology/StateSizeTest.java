package io.creditstream.drift.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.DecisionFactory;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the monitor holds for 300 features while two windows are open. */
class StateSizeTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final String MODEL = "c0ffee".repeat(10) + "abcd";
  private static final long MIB = 1 << 20;

  private final Population population = new Population(38, 1_000, 1);
  private final DecisionFactory decisions = new DecisionFactory(population, MODEL);
  private final SchemaRegistryClient registry = new InMemorySchemaRegistryClient();

  @TempDir private Path directory;

  @Test
  void shouldHoldLessThanAMegabyteATask() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "drift-test");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            DriftTopology.build(parts()), properties, START.plus(Duration.ofHours(2)))) {
      TestInputTopic<byte[], byte[]> input =
          driver.createInputTopic(
              Topics.DECISIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
      for (int i = 0; i < 3_000; i++) {
        LoanDecision decision = decisions.at(START.plusMillis(200L * i));
        if (i % 5 == 0) {
          decision.setContributions(Collections.nCopies(304, 0.0123));
        }
        input.pipeInput(
            "client".getBytes(UTF_8),
            new AvroSerde<>(LoanDecision.class, registry)
                .serializer()
                .serialize(Topics.DECISIONS.name(), decision));
      }

      KeyValueStore<String, byte[]> windows = driver.getKeyValueStore(DriftNodes.WINDOWS_STORE);
      KeyValueStore<Integer, byte[]> pending = driver.getKeyValueStore(DriftNodes.PENDING_STORE);

      assertThat(bytes(windows)).as("both windows").isBetween(10_000L, MIB);
      assertThat(bytes(pending)).as("decisions to be told").isBetween(10_000L, MIB);
    }
  }

  private static <K> long bytes(KeyValueStore<K, byte[]> store) {
    long bytes = 0;
    try (KeyValueIterator<K, byte[]> all = store.all()) {
      while (all.hasNext()) {
        var next = all.next();
        bytes += next.key.toString().length() + next.value.length;
      }
    }
    return bytes;
  }

  private DriftParts parts() {
    return new OneModel(MODEL, population, registry)
        .parts(
            PopulationParts.none(),
            new WindowSettings(
                List.of(Duration.ofMinutes(5)), Duration.ofMinutes(30), Duration.ofHours(1)),
            DriftParts.FLUSH_SIZE,
            new DriftBoard(Duration.ofMinutes(5)),
            new MicrometerDriftMetrics(
                new SimpleMeterRegistry(), DriftThresholds.standard(), 10_000));
  }
}
