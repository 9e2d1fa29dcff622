package io.creditstream.scorer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.DecisionModel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengerTest {

  private static final Duration BUDGET = Duration.ofMillis(10);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final ActiveModel active = new ActiveModel();
  private final CountingMetrics metrics = new CountingMetrics();
  private long nanos;
  private final Challenger challenger =
      new Challenger(active, new ChallengerBudget(BUDGET, PAUSE), () -> nanos, metrics);

  @Test
  void shouldDoNothingWithoutAModel() {
    assertThat(taking(Duration.ZERO)).isEmpty();
    assertThat(metrics.events()).isEmpty();
  }

  @Test
  void shouldGoOnWithinItsBudgetAndAfterOneStall() {
    active.activate(FakeModels.linear("c-1"));

    assertThat(taking(Duration.ofMillis(100))).contains("c-1");
    for (int i = 0; i < 1_000; i++) {
      assertThat(taking(BUDGET)).contains("c-1");
    }
    assertThat(metrics.events()).isEmpty();
  }

  @Test
  void shouldPauseWhenItIsTooSlowAndTryAgainLater() {
    active.activate(FakeModels.linear("c-1"));
    for (int i = 0; i < 11; i++) {
      assertThat(taking(BUDGET.multipliedBy(2))).contains("c-1");
    }

    assertThat(taking(Duration.ZERO)).isEmpty();
    assertThat(metrics.events()).containsExactly("challenger failed slow", "challenger skipped");
    nanos += PAUSE.toNanos();
    assertThat(taking(Duration.ZERO)).contains("c-1");
  }

  @Test
  void shouldNotHoldTheTimeOfItsFirstOpeningAgainstIt() {
    active.activate(openingSlowly("c-1"));

    assertThat(taking(BUDGET)).contains("c-1");
    assertThat(taking(BUDGET)).contains("c-1");
    assertThat(metrics.events()).isEmpty();
  }

  @Test
  void shouldPauseWhenItFailsAndIsOpenedAnewSlowly() {
    active.activate(openingSlowly("c-1"));

    failing();
    failing();
    failing();

    assertThat(metrics.events())
        .containsExactly(
            "challenger failed exception",
            "challenger failed exception",
            "challenger failed slow",
            "challenger skipped");
  }

  @Test
  void shouldPauseWhenItCannotBeOpenedInReasonableTime() {
    DecisionModel model = FakeModels.linear("c-1");
    active.activate(
        FakeModels.model(
            "c-1",
            model.policy(),
            () -> {
              nanos += Duration.ofSeconds(1).toNanos();
              throw new IllegalStateException("broken");
            }));

    assertThat(taking(Duration.ZERO)).isEmpty();

    assertThat(metrics.events())
        .containsExactly("challenger failed exception", "challenger failed slow");
  }

  @Test
  void shouldGiveANewModelANewChance() {
    active.activate(FakeModels.linear("c-1"));
    taking(Duration.ofSeconds(1));
    active.activate(FakeModels.linear("c-2"));

    assertThat(taking(Duration.ZERO)).contains("c-2");
  }

  @Test
  void shouldCountWhatItThrowsAndGoOn() {
    active.activate(FakeModels.linear("c-1"));

    assertThat(failing()).isEmpty();
    assertThat(challenger.attempt(session -> endless(0))).isEmpty();

    assertThat(taking(Duration.ZERO)).contains("c-1");
    assertThat(metrics.events())
        .containsExactly("challenger failed exception", "challenger failed exception");
  }

  @Test
  void shouldCloseTheSessionOfAModelThatWasWithdrawn() {
    int before = FakeModels.OPEN_SESSIONS.get();
    active.activate(FakeModels.linear("c-1"));
    taking(Duration.ZERO);
    assertThat(FakeModels.OPEN_SESSIONS).hasValue(before + 1);

    active.withdraw();

    assertThat(taking(Duration.ZERO)).isEmpty();
    assertThat(FakeModels.OPEN_SESSIONS).hasValue(before);
  }

  @Test
  void shouldRefuseABudgetOfNothing() {
    assertThatThrownBy(() -> new ChallengerBudget(Duration.ZERO, PAUSE))
        .hasMessageContaining("challengerBudget");
    assertThatThrownBy(() -> new ChallengerBudget(BUDGET, PAUSE.negated()))
        .hasMessageContaining("challengerPause");
  }

  private Optional<String> taking(Duration time) {
    return challenger.attempt(
        session -> {
          nanos += time.toNanos();
          return session.model().version();
        });
  }

  private Optional<String> failing() {
    return challenger.attempt(
        session -> {
          throw new IllegalStateException("broken");
        });
  }

  /** A model of which every session takes a second to open. */
  private DecisionModel openingSlowly(String version) {
    DecisionModel model = FakeModels.linear(version);
    return FakeModels.model(
        version,
        model.policy(),
        () -> {
          nanos += Duration.ofSeconds(1).toNanos();
          return model.sessions().get();
        });
  }

  @SuppressWarnings("InfiniteRecursion") // The fault to be caused.
  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }
}
