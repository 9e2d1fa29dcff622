package io.creditstream.standalone.backtest;

import io.creditstream.schemas.DecisionOutcome;
import java.util.EnumMap;
import java.util.Map;

/** Counts and costs before and after a change of the policy. */
public final class BacktestResult {

  private final Map<DecisionOutcome, Map<DecisionOutcome, Long>> counts =
      new EnumMap<>(DecisionOutcome.class);
  private Sum known = new Sum(0, 0, 0);
  private Sum estimated = new Sum(0, 0, 0);

  BacktestResult() {}

  /**
   * Costs of some applications.
   *
   * @param applications how many
   * @param before cost of the recorded decisions
   * @param after cost of the decisions of the other policy
   */
  public record Sum(long applications, double before, double after) {

    Sum plus(double moreBefore, double moreAfter) {
      return new Sum(applications + 1, before + moreBefore, after + moreAfter);
    }
  }

  void add(DecisionOutcome was, DecisionOutcome is, boolean isKnown, double before, double after) {
    counts
        .computeIfAbsent(was, any -> new EnumMap<>(DecisionOutcome.class))
        .merge(is, 1L, Long::sum);
    if (isKnown) {
      known = known.plus(before, after);
    } else {
      estimated = estimated.plus(before, after);
    }
  }

  /** How many applications had one outcome and would have another one. */
  public long count(DecisionOutcome was, DecisionOutcome is) {
    return counts.getOrDefault(was, Map.of()).getOrDefault(is, 0L);
  }

  /** Costs where it is known what became of the loan. */
  public Sum known() {
    return known;
  }

  /** Costs as they are expected from the recorded probabilities of default. */
  public Sum estimated() {
    return estimated;
  }
}
