package io.creditstream.drift.counting;

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
            false),
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
    return new Counting(
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
   * reached where that is later. A loan counts once: what comes after the first outcome is passed
   * over.
   *
   * @param reached greatest event time of the decisions of the partition
   * @param now time by the clock of this machine
   */
  public Counting outcome(LoanOutcome outcome, long reached, long now) {
    Optional<Remembered> known = memory.find(outcome.getApplicationId());
    if (known.isPresent() && known.get().settled()) {
      return new Counting(Optional.empty(), true);
    }
    return joined(
        known,
        decision -> Math.max(outcome.getObservedAt().toEpochMilli(), reached),
        (decision, tally) -> {
          memory.remember(outcome.getApplicationId(), decision.asSettled(), now);
          Performance.countOutcome(
              tally, decision.probability(), outcome.getResult() == RepaymentResult.DEFAULTED);
        });
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
    return new Counting(addition, addition.isPresent());
  }

  private static double[] contributions(LoanDecision decision) {
    return decision.getContributions().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
