package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.fixture.MemoryStores;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ForgettingTest {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
  private static final Duration RETENTION = Duration.ofDays(400);

  private final KeyValueStore<String, byte[]> decisions = MemoryStores.create("decisions");
  private final Forgetting forgetting =
      new Forgetting(
          decisions, entry -> RecordedDecision.read(entry.value).decidedAt(), RETENTION, 3);

  @Test
  void shouldForgetWhatIsOlderThanTheRetentionAndNothingElse() {
    put("at-the-edge", NOW.minus(RETENTION));
    put("old", NOW.minus(RETENTION).minusMillis(1));
    put("young", NOW);

    assertThat(forgetting.step(NOW)).isEqualTo(1);

    assertThat(decisions.get("old")).isNull();
    assertThat(decisions.get("young")).isNotNull();
    assertThat(decisions.get("at-the-edge")).isNotNull();
  }

  @Test
  void shouldWalkThroughTheStoreInSlicesAgainAndAgain() {
    for (int i = 0; i < 10; i++) {
      put("a-" + i, i % 2 == 0 ? NOW : Instant.EPOCH);
    }

    assertThat(forgetting.step(NOW)).isEqualTo(1);
    assertThat(forgetting.step(NOW)).isEqualTo(2);
    assertThat(forgetting.step(NOW)).isEqualTo(1);
    assertThat(forgetting.step(NOW)).isEqualTo(1);
    assertThat(forgetting.step(NOW)).isZero();
    assertThat(forgetting.step(NOW)).isZero();
    assertThat(forgetting.step(NOW.plus(RETENTION).plusMillis(1))).isEqualTo(3);
    assertThat(forgetting.step(NOW.plus(RETENTION).plusMillis(1))).isEqualTo(2);
    assertThat(decisions.all().hasNext()).isFalse();
  }

  @Test
  void shouldKeepDecisionsOfWhichTheTimeIsUnknown() {
    byte[] earlier = new byte[1 + 32 + 2];
    earlier[0] = 1;
    decisions.put("a", earlier);

    assertThat(forgetting.step(NOW)).isZero();
    assertThat(RecordedDecision.read(earlier).decision()).hasSize(2);
  }

  private void put(String id, Instant decidedAt) {
    decisions.put(id, new RecordedDecision(decidedAt, new byte[32], new byte[] {1}).bytes());
  }
}
