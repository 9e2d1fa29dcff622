package io.creditstream.standalone.cli;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.scorer.model.DecisionModel;
import io.creditstream.scorer.replay.DecisionReplay;
import io.creditstream.scorer.replay.RecordedCase;
import io.creditstream.standalone.recorded.Replays;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Tells what another model would have decided, on the history that counted when the decision was
 * made; on all history where that cannot be found out, and then it says so.
 */
final class OtherModelRun implements AutoCloseable {

  private final Replays replays;
  private final PrintStream out;
  private final DecisionReplay other;
  private final OutcomeMatrix outcomes = new OutcomeMatrix();
  private long all;
  private long impossible;

  OtherModelRun(
      Replays replays, DecisionModel other, SchemaRegistryClient registry, PrintStream out) {
    this.replays = replays;
    this.out = out;
    this.other = new DecisionReplay(other, registry);
  }

  /** Decides a case anew; it is empty where its application is not there any more. */
  void accept(LoanDecision decision, Optional<RecordedCase> recorded) {
    all++;
    if (recorded.isEmpty()) {
      impossible++;
      out.println(ReplayText.title(decision) + "its source holds no application any more");
      return;
    }
    Optional<DecisionReplay.History> history =
        replays.of(decision).sound().map(replay -> replay.history(recorded.get()));
    LoanDecision now =
        other.decide(
            recorded.get(), history.orElseGet(() -> other.allHistory(recorded.get())).records());
    outcomes.add(decision.getOutcome(), now.getOutcome());
    out.printf(
        "%s%s at %.6f; model %s: %s at %.6f%s%n",
        ReplayText.title(decision),
        decision.getOutcome(),
        decision.getProbabilityOfDefault(),
        now.getModelVersion(),
        now.getOutcome(),
        now.getProbabilityOfDefault(),
        history.filter(DecisionReplay.History::proven).isPresent() ? "" : " (on all history)");
  }

  /** How many decisions were asked for. */
  long all() {
    return all;
  }

  /** Prints the counts. */
  void finish() {
    out.print(outcomes);
    if (impossible > 0) {
      throw new IllegalStateException(
          impossible + " decisions have no application in the topics any more");
    }
  }

  @Override
  public void close() {
    other.close();
  }
}
