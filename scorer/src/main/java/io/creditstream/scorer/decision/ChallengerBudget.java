package io.creditstream.scorer.decision;

import java.time.Duration;

/**
 * How much time a challenger may take from the champion.
 *
 * @param perApplication time that it may take for an application, on average
 * @param pause how long it is skipped after it took ten times that too much
 */
public record ChallengerBudget(Duration perApplication, Duration pause) {

  /** How many budgets a challenger may be behind before it is paused: one stall is no trend. */
  static final int PATIENCE = 10;

  public ChallengerBudget {
    if (perApplication.isNegative() || perApplication.isZero()) {
      throw new IllegalArgumentException(
          "challengerBudget " + perApplication + " is not more than zero");
    }
    if (pause.isNegative()) {
      throw new IllegalArgumentException("challengerPause " + pause + " is negative");
    }
  }

  /** 20 ms for an application, half a minute of pause. */
  public static ChallengerBudget defaults() {
    return new ChallengerBudget(Duration.ofMillis(20), Duration.ofSeconds(30));
  }
}
