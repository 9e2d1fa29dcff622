package io.creditstream.drift.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.service.recorded.RecordedRun;
import io.creditstream.service.recorded.RecordedState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stores hold, byte for byte. */
class RecordedStateTest {

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final RecordedScenario scenario = new RecordedScenario(registry);

  @TempDir private Path directory;

  @Test
  void shouldWriteWhatTheReleaseWrote() {
    RecordedState written = run();

    assertThat(written.entries())
        .extracting(RecordedState.Entry::store)
        .contains(
            DriftNodes.APPLICATIONS_STORE, DriftNodes.PENDING_STORE, DriftNodes.WINDOWS_STORE);
    written.assertSameAs(RecordedScenario.RECORDED);
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
    try (RecordedRun run =
        RecordedRun.start(
            DriftTopology.build(scenario.parts(new SimpleMeterRegistry())),
            RecordedScenario.APPLICATION_ID,
            directory,
            RecordedScenario.START.plus(Duration.ofHours(2)))) {
      run.send(scenario.told());
      run.advance(Duration.ofSeconds(2));
      run.send(scenario.pending());
      return run.state(registry);
    }
  }
}
