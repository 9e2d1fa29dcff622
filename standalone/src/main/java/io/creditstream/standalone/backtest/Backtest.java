package io.creditstream.standalone.backtest;

import io.creditstream.features.bundle.PolicyDecider;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds another policy against recorded decisions. An application counts once, by its newest
 * decision, and its newest outcome.
 */
public final class Backtest {

  private final Costs costs;
  private final Map<String, Recorded> decisions = new HashMap<>();
  private final Map<String, Known> outcomes = new HashMap<>();

  private record Recorded(
      Instant decidedAt, DecisionOutcome was, Optional<PolicyDecider.Verdict> is, double chance) {}

  private record Known(Instant observedAt, boolean defaulted) {}

  public Backtest(Costs costs) {
    this.costs = costs;
  }

  /**
   * Takes a recorded decision in.
   *
   * @param verdict what the other policy makes of it; empty where that cannot be told
   */
  public void add(LoanDecision decision, Optional<PolicyDecider.Verdict> verdict) {
    decisions.merge(
        decision.getApplicationId(),
        new Recorded(
            decision.getDecidedAt(),
            decision.getOutcome(),
            verdict,
            decision.getProbabilityOfDefault()),
        (kept, added) -> added.decidedAt().isBefore(kept.decidedAt()) ? kept : added);
  }

  /** Takes in what became of a loan. */
  public void add(LoanOutcome outcome) {
    outcomes.merge(
        outcome.getApplicationId(),
        new Known(outcome.getObservedAt(), outcome.getResult() == RepaymentResult.DEFAULTED),
        (kept, added) -> added.observedAt().isBefore(kept.observedAt()) ? kept : added);
  }

  /** What the policy would have changed. */
  public BacktestResult result() {
    BacktestResult result = new BacktestResult();
    decisions.forEach(
        (application, recorded) ->
            recorded
                .is()
                .ifPresentOrElse(
                    is -> add(result, recorded, is, outcomes.get(application)), result::addUntold));
    return result;
  }

  private void add(
      BacktestResult result, Recorded recorded, PolicyDecider.Verdict is, @Nullable Known known) {
    double chance = chance(recorded, known);
    double before = costs.of(recorded.was(), chance);
    double after = costs.of(is.outcome(), chance);
    result.add(recorded.was(), is.outcome(), known != null, before, after);
    List<String> rules = is.rules().isEmpty() ? List.of(BacktestResult.SCORE) : is.rules();
    boolean changed = recorded.was() != is.outcome();
    rules.forEach(rule -> result.addRule(rule, changed, before, after));
  }

  private static double chance(Recorded recorded, @Nullable Known known) {
    if (known == null) {
      return recorded.chance();
    }
    return known.defaulted() ? 1 : 0;
  }
}
