package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.service.recorded.RecordedRun;
import io.creditstream.service.recorded.RecordedState;
import java.nio.file.Path;
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

    assertThat(written.entries()).extracting(RecordedState.Entry::store).contains("decisions");
    written.assertSameAs(RecordedScenario.RECORDED);
  }

  private RecordedState run() {
    try (RecordedRun run =
        RecordedRun.start(
            ScoringTopology.build(scenario.parts(new CountingMetrics())),
            RecordedScenario.APPLICATION_ID,
            directory,
            Events.NOW)) {
      run.send(scenario.records());
      return run.state(registry);
    }
  }
}
