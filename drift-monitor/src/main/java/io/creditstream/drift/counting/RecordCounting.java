package io.creditstream.drift.counting;

import io.creditstream.drift.counting.Remembered.Settlement;
import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.output.ChallengerComparison;
import io.creditstream.drift.output.DecisionMix;
import io.creditstream.drift.output.GroupApprovals;
import io.creditstream.drift.output.Performance;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.segment.Traits;
import io.creditstream.drift.tally.EffectSums;
import io.creditstream.drift.tally.Tally;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import java.util.Optional;

/** Turns sound records into what they add to the windows. */
public final class RecordCounting {

  private final WindowSettings windows;
  private final ModelCatalog models;
  private final ApplicationMemory memory;

  public RecordCounting(WindowSettings windows, ModelCatalog models, ApplicationMemory memory) {
    this.windows = windows;
    this.models = models;
    this.memory = memory;
  }

  /**
   * A decision of the champion: everything it shows, in the window of its application. It is
   * remembered.
   *
   * @param cells where its features and its score count
   * @param now time by the clock of this machine
   */
  public Counting decision(LoanDecision decision, CellList cells, long now) {
    Optional<Traits> known = memory.take(decision.getApplicationId());
    Traits traits = known.orElse(Traits.UNKNOWN);
    long eventTime = decision.getSubmittedAt().toEpochMilli();
    memory.remember(
        decision.getApplicationId(),
        new Remembered(
            decision.getModelSha256(),
            eventTime,
            decision.getOutcome(),
            decision.getProbabilityOfDefault(),
            traits.segments(),
            null),
        now);
    Tally tally = new Tally();
    DecisionMix.count(tally, decision);
    if (decision.getOutcome() == DecisionOutcome.APPROVED) {
      Performance.countApproved(tally, decision.getProbabilityOfDefault());
    }
    Tally everybody = new Tally();
    traits
        .groups()
        .forEach(
            (attribute, group) ->
                GroupApprovals.count(everybody, attribute, group, decision.getOutcome()));
    return Counting.first(
        Optional.of(
            new Addition(
                windows.windowOf(decision.getModelSha256(), eventTime),
                traits.segments(),
                cells,
                EffectSums.sizes(contributions(decision)),
                tally,
                everybody)),
        known.isPresent());
  }

  /** A decision of a challenger, in the window of the champion's decision about the application. */
  public Counting challenger(LoanDecision shadow) {
    return joined(
        memory.find(shadow.getApplicationId()),
        decision -> decision.eventTime(),
        (decision, tally) ->
            ChallengerComparison.count(
                tally,
                shadow.getModelSha256(),
                shadow.getOutcome() == decision.outcome(),
                shadow.getProbabilityOfDefault() - decision.probability()));
  }

  /**
   * What became of a loan, in the window in which it became known; in that which its partition has
   * reached where that is later. A repeat and what was known earlier are passed over. Another
   * result that became known later corrects the one before: the loan is taken from the one and
   * added to the other, so that any window that holds both outcomes counts the loan once, as it is.
   *
   * @param reached greatest event time of the decisions of the partition
   * @param now time by the clock of this machine
   */
  public Counting outcome(LoanOutcome outcome, long reached, long now) {
    Optional<Remembered> known = memory.find(outcome.getApplicationId());
    Settlement next = new Settlement(outcome.getResult(), outcome.getObservedAt().toEpochMilli());
    Settlement before = known.map(Remembered::settlement).orElse(null);
    if (before != null
        && (before.result() == next.result() || before.observedAt() > next.observedAt())) {
      return Counting.repeat();
    }
    Counting counted =
        joined(
            known,
            decision -> Math.max(next.observedAt(), reached),
            (decision, tally) -> {
              memory.remember(outcome.getApplicationId(), decision.with(next), now);
              Performance.countOutcome(tally, decision.probability(), defaulted(next));
              if (before != null) {
                Performance.takeBack(tally, decision.probability(), defaulted(before));
              }
            });
    return before == null ? counted : counted.asCorrection();
  }

  private static boolean defaulted(Settlement known) {
    return known.result() == RepaymentResult.DEFAULTED;
  }

  private interface EventTime {
    long of(Remembered decision);
  }

  private interface Count {
    void in(Remembered decision, Tally tally);
  }

  private Counting joined(Optional<Remembered> known, EventTime time, Count count) {
    Optional<Addition> addition =
        known.flatMap(
            decision ->
                models
                    .find(decision.modelSha256())
                    .map(
                        model -> {
                          Tally tally = new Tally();
                          count.in(decision, tally);
                          return Addition.of(
                              windows.windowOf(model.sha256(), time.of(decision)),
                              decision.segments(),
                              model.layout().cells(),
                              tally);
                        }));
    return Counting.first(addition, addition.isPresent());
  }

  private static double[] contributions(LoanDecision decision) {
    return decision.getContributions().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
