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
  private final Forgetting forgetting = new Forgetting(byClient, RETENTION);

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
    for (int i = 0; i < 250; i++) {
      put("a-%03d".formatted(i), i % 2 == 0 ? NOW : Instant.EPOCH);
    }

    List<Integer> found = List.of(step(), step(), step(), step(), step(), step());

    assertThat(found).containsExactly(50, 50, 25, 50, 50, 25);
  }

  @Test
  void shouldHoldAnEighthMoreThanTheRetentionAtMostHoweverMuchComesIn() {
    Duration retention = Duration.ofSeconds(80);
    Forgetting busy = new Forgetting(byClient, retention);
    int each = 500;
    int most = 0;
    int held = 0;
    for (int second = 0; second < 400; second++) {
      Instant now = NOW.plusSeconds(second);
      for (int i = 0; i < each; i++) {
        put(Integer.toHexString((second * each + i) * 0x9e3779b1), now);
      }
      List<ClientDecisionKey> old = busy.step(now);
      old.forEach(key -> byClient.delete(key.text()));
      held += each - old.size();
      most = Math.max(most, held);
    }

    assertThat(most).isBetween(80 * each, 80 * each * 9 / 8);
  }

  @Test
  void shouldNotMakeUpInOneStepForAPauseOfItsThread() {
    for (int i = 0; i < 20_000; i++) {
      put("a-%05d".formatted(i), Instant.EPOCH);
    }
    forgetting.step(NOW);

    assertThat(forgetting.step(NOW.plus(RETENTION))).hasSize(100);
  }

  private int step() {
    return forgetting.step(NOW).size();
  }

  private void put(String client, Instant decidedAt) {
    byClient.put(new ClientDecisionKey(client, decidedAt, "of-" + client).text(), new byte[] {1});
  }
}
