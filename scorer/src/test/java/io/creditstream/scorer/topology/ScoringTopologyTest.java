package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.model.ActiveModel;
import java.io.InputStream;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class ScoringTopologyTest {

  @Test
  void shouldHaveTheTopologyOfTheGoldenFile() throws Exception {
    Topology topology =
        ScoringTopology.build(
            ScoringParts.over(
                new InMemorySchemaRegistryClient(),
                ScoringModels.of(new ActiveModel()),
                DecisionSettings.defaults(),
                new CountingMetrics()));

    assertThat(topology.describe().toString().strip())
        .as(
            "the topology has changed. Names of stores are those of changelogs, and the number of a"
                + " sub-topology is part of the name of a task and of its directory: an instance of"
                + " before and one of now cannot share work, and a store under another name begins"
                + " empty. docs/upgrading.md says what may change; then put the new description"
                + " into src/test/resources/topology.txt")
        .isEqualTo(golden().strip());
  }

  private static String golden() throws Exception {
    try (InputStream file = ScoringTopologyTest.class.getResourceAsStream("/topology.txt")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
