package io.creditstream.standalone.backtest;

import io.creditstream.schemas.DecisionOutcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts and costs before and after a change of the policy. */
public final class BacktestResult {

  /** In the place of a rule: the bands of the score. */
  public static final String SCORE = "the score alone";

  private final Map<DecisionOutcome, Map<DecisionOutcome, Long>> counts =
      new EnumMap<>(DecisionOutcome.class);
  private final Map<String, RuleEffect> rules = new TreeMap<>();
  private Sum known = new Sum(0, 0, 0);
  private Sum estimated = new Sum(0, 0, 0);
  private long untold;

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

  /**
   * What a rule decides.
   *
   * @param changed how many of the applications had another outcome
   * @param sum the applications for whose outcome the rule calls, and their costs
   */
  public record RuleEffect(long changed, Sum sum) {

    RuleEffect plus(boolean isChanged, double before, double after) {
      return new RuleEffect(changed + (isChanged ? 1 : 0), sum.plus(before, after));
    }
  }

  /** An application of which it cannot be told what the policy makes of it. */
  void addUntold() {
    untold++;
  }

  void addRule(String rule, boolean changed, double before, double after) {
    rules.merge(
        rule,
        new RuleEffect(0, new Sum(0, 0, 0)).plus(changed, before, after),
        (kept, added) -> kept.plus(changed, before, after));
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

  /**
   * What each rule of the policy decides, by name; {@link #SCORE} for the bands of the score. An
   * application for whose outcome several rules call counts with each of them.
   */
  public Map<String, RuleEffect> rules() {
    return Collections.unmodifiableMap(rules);
  }

  /** Applications of which it cannot be told what the policy makes of them: they count nowhere. */
  public long untold() {
    return untold;
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
