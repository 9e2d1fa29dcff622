package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.fixture.EmptyState;
import io.creditstream.scorer.query.KnownDecision;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitersTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void shouldWaitUntilThereIsADecision() {
    Waiters waiters = new Waiters(new DecidedAtQuestion(3), 1);

    assertThat(waiters.await("a-1", LONG)).isPresent();
  }

  @Test
  void shouldGiveUpInTime() {
    Waiters waiters = new Waiters(new DecidedAtQuestion(Integer.MAX_VALUE), 1);

    assertThat(waiters.await("a-1", Duration.ofMillis(30))).isEmpty();
  }

  @Test
  void shouldHaveAPlaceForSoManyAndAgainOnceOneHasLeft() {
    Waiters waiters = new Waiters(new DecidedAtQuestion(1), 2);

    assertThat(waiters.enter()).isTrue();
    assertThat(waiters.enter()).isTrue();
    assertThat(waiters.enter()).isFalse();
    waiters.leave();
    assertThat(waiters.enter()).isTrue();
  }

  /** Stores that show a decision from a certain question on. */
  private static final class DecidedAtQuestion extends EmptyState {

    private final int question;
    private int asked;

    DecidedAtQuestion(int question) {
      this.question = question;
    }

    @Override
    public Optional<KnownDecision> decision(String applicationId) {
      asked++;
      return asked < question ? Optional.empty() : someDecision();
    }
  }
}
