package io.creditstream.drift.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.segment.Traits;
import io.creditstream.drift.store.MapLedger;
import io.creditstream.schemas.DecisionOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationMemoryTest {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final MapLedger store = new MapLedger();
  private final ApplicationMemory memory = new ApplicationMemory(store, Duration.ofDays(30), 3);

  @Test
  void shouldForgetWhereAnApplicantBelongsWithTheDecision() {
    Traits traits = new Traits(List.of("s"), Map.of("gender", "F"));
    memory.note("a", traits, 0);

    assertThat(memory.take("a")).contains(traits);

    assertThat(memory.take("a")).isEmpty();
    assertThat(store.size()).isZero();
  }

  @Test
  void shouldRememberADecision() {
    memory.remember("a", decision(), 0);

    assertThat(memory.find("a")).contains(decision());
    assertThat(memory.find("b")).isEmpty();
  }

  @Test
  void shouldForgetWhatIsTooOldAndNothingElse() {
    for (int i = 0; i < 10; i++) {
      memory.remember("d" + i, decision(), i < 4 ? 0 : 20 * DAY);
      memory.note("t" + i, Traits.UNKNOWN, i < 4 ? 20 * DAY : 30 * DAY);
    }

    int forgotten = 0;
    for (int step = 0; step < 10; step++) {
      forgotten += memory.forget(31 * DAY);
    }

    assertThat(forgotten).isEqualTo(8);
    assertThat(memory.find("d3")).isEmpty();
    assertThat(memory.find("d4")).isPresent();
    assertThat(memory.take("t3")).isEmpty();
    assertThat(memory.take("t4")).isPresent();
  }

  private static Remembered decision() {
    return new Remembered("m", 5, DecisionOutcome.REFERRED, 0.123, List.of("s"), null);
  }
}
