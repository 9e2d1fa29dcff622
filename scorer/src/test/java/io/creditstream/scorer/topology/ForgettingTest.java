package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.decision.ClientDecisionKey;
import io.creditstream.scorer.fixture.MemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ForgettingTest {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
  private static final Duration RETENTION = Duration.ofDays(400);

  private final KeyValueStore<String, byte[]> byClient = MemoryStores.create("byClient");
  private final Forgetting forgetting = new Forgetting(byClient, RETENTION, 3);

  @Test
  void shouldFindWhatIsOlderThanTheRetentionAndNothingElse() {
    put("at-the-edge", NOW.minus(RETENTION));
    put("old", NOW.minus(RETENTION).minusMillis(1));
    put("young", NOW);

    assertThat(forgetting.step(NOW))
        .containsExactly(
            new ClientDecisionKey("old", NOW.minus(RETENTION).minusMillis(1), "of-old"));
  }

  @Test
  void shouldWalkThroughTheIndexInSlicesAgainAndAgain() {
    for (int i = 0; i < 7; i++) {
      put("a-" + i, i % 2 == 0 ? NOW : Instant.EPOCH);
    }

    List<Integer> found = List.of(step(), step(), step(), step(), step(), step());

    assertThat(found).containsExactly(1, 2, 0, 1, 2, 0);
  }

  private int step() {
    return forgetting.step(NOW).size();
  }

  private void put(String client, Instant decidedAt) {
    byClient.put(new ClientDecisionKey(client, decidedAt, "of-" + client).text(), new byte[] {1});
  }
}
