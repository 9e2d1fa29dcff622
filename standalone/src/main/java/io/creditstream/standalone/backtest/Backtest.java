package io.creditstream.standalone.backtest;

import io.creditstream.features.bundle.Policy;
import io.creditstream.features.rules.RuleBook;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds another policy against recorded decisions. An application counts once, by its newest
 * decision, and its newest outcome.
 */
public final class Backtest {

  private final Policy policy;
  private final Costs costs;
  private final Map<String, Recorded> decisions = new HashMap<>();
  private final Map<String, Known> outcomes = new HashMap<>();

  private record Recorded(
      Instant decidedAt, DecisionOutcome was, DecisionOutcome is, double chance) {}

  private record Known(Instant observedAt, boolean defaulted) {}

  /**
   * @param policy bands of the score and required sources
   * @throws IllegalArgumentException if the policy has rules, which decisions alone cannot answer
   */
  public Backtest(Policy policy, Costs costs) {
    if (!policy.rules().isEmpty()) {
      throw new IllegalArgumentException(
          "backtest weighs bands of the score and required sources: leave the rules of policy %s out"
              .formatted(policy.version()));
    }
    this.policy = policy;
    this.costs = costs;
  }

  /** Takes a recorded decision in. */
  public void add(LoanDecision decision) {
    decisions.merge(
        decision.getApplicationId(),
        new Recorded(
            decision.getDecidedAt(),
            decision.getOutcome(),
            outcome(decision),
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
        (application, recorded) -> {
          Known known = outcomes.get(application);
          double chance = chance(recorded, known);
          result.add(
              recorded.was(),
              recorded.is(),
              known != null,
              costs.of(recorded.was(), chance),
              costs.of(recorded.is(), chance));
        });
    return result;
  }

  private DecisionOutcome outcome(LoanDecision decision) {
    DecisionOutcome outcome = policy.decide(decision.getProbabilityOfDefault());
    boolean missing =
        policy.requiredSources().stream().anyMatch(decision.getMissingSources()::contains);
    return missing ? RuleBook.stricter(outcome, DecisionOutcome.REFERRED) : outcome;
  }

  private static double chance(Recorded recorded, @Nullable Known known) {
    if (known == null) {
      return recorded.chance();
    }
    return known.defaulted() ? 1 : 0;
  }
}
