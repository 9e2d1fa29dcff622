package io.creditstream.drift.output;

import io.creditstream.drift.tally.Tally;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was decided, and why.
 *
 * @param outcomes decisions by outcome; every outcome is there
 * @param missingSources decisions by topic of history that held nothing about the client
 * @param reasons decisions by code of a reason that they give
 * @param expectedCost Σ of the expected costs in units of a refused good client, split into {@code
 *     missed} (probability of default of the approved) and {@code refused} (probability of
 *     repayment of the declined)
 */
public record DecisionMix(
    Map<DecisionOutcome, Long> outcomes,
    SortedMap<String, Long> missingSources,
    SortedMap<String, Long> reasons,
    ExpectedCost expectedCost) {

  private static final String OUTCOME = "outcome/";
  private static final String SOURCE = "source/";
  private static final String REASON = "reason/";
  private static final String MISSED = "cost/missed";
  private static final String REFUSED = "cost/refused";

  /**
   * What decisions are expected to cost.
   *
   * @param missed Σ p over the approved: how many of them are expected to default
   * @param refused Σ (1 − p) over the declined: how many of them would be expected to repay
   */
  public record ExpectedCost(double missed, double refused) {

    /**
     * The sum, in units of a refused good client; a referral costs nothing, since it is not known
     * what the person decides.
     *
     * @param missedDefault cost of an approved loan that defaults
     */
    public double of(double missedDefault) {
      return missed * missedDefault + refused;
    }
  }

  public DecisionMix {
    outcomes = Map.copyOf(outcomes);
    missingSources = new TreeMap<>(missingSources);
    reasons = new TreeMap<>(reasons);
  }

  /** Counts a decision. */
  public static void count(Tally tally, LoanDecision decision) {
    tally.add(OUTCOME + decision.getOutcome().name(), 1);
    for (String source : decision.getMissingSources()) {
      tally.add(SOURCE + source, 1);
    }
    for (Reason reason : decision.getReasons()) {
      tally.add(REASON + reason.getCode(), 1);
    }
    double p = decision.getProbabilityOfDefault();
    if (decision.getOutcome() == DecisionOutcome.APPROVED) {
      tally.add(MISSED, FixedPoint.of(p));
    } else if (decision.getOutcome() == DecisionOutcome.DECLINED) {
      tally.add(REFUSED, FixedPoint.of(1 - p));
    }
  }

  /** What was counted. */
  public static DecisionMix of(Tally tally) {
    Map<DecisionOutcome, Long> outcomes = new EnumMap<>(DecisionOutcome.class);
    for (DecisionOutcome outcome : DecisionOutcome.values()) {
      outcomes.put(outcome, tally.get(OUTCOME + outcome.name()));
    }
    return new DecisionMix(
        outcomes,
        tally.below(SOURCE),
        tally.below(REASON),
        new ExpectedCost(
            FixedPoint.toDouble(tally.get(MISSED)), FixedPoint.toDouble(tally.get(REFUSED))));
  }

  /** Decisions in all. */
  public long decisions() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Decisions with this outcome. */
  public long count(DecisionOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
