package io.creditstream.scorer.decision;

import io.creditstream.scorer.enrichment.HistoryWait;
import java.time.Duration;
import java.util.Objects;

/**
 * How applications are decided.
 *
 * @param explainAll whether approved applications are explained too
 * @param futureTolerance how far ahead of the clock an event may lie before it is set aside
 * @param historyWait how long applications wait for history
 * @param retention how long decisions are remembered to tell repeats
 */
public record DecisionSettings(
    boolean explainAll, Duration futureTolerance, HistoryWait historyWait, Duration retention) {

  public DecisionSettings {
    Objects.requireNonNull(historyWait, "historyWait");
    if (futureTolerance.isNegative()) {
      throw new IllegalArgumentException("futureTolerance " + futureTolerance + " is negative");
    }
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("retention " + retention + " is not more than zero");
    }
  }

  /**
   * Explanations for declined and referred applications, a day of tolerance, no wait for history,
   * decisions remembered for 400 days.
   */
  public static DecisionSettings defaults() {
    return new DecisionSettings(
        false, Duration.ofDays(1), HistoryWait.none(), Duration.ofDays(400));
  }

  /** The same, explaining all decisions or not. */
  public DecisionSettings withExplainAll(boolean all) {
    return new DecisionSettings(all, futureTolerance, historyWait, retention);
  }

  /** The same with applications that wait for history. */
  public DecisionSettings withHistoryWait(HistoryWait other) {
    return new DecisionSettings(explainAll, futureTolerance, other, retention);
  }
}
