package io.creditstream.advisor.whatif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for the fewest and least feasible changes that bring a score below the limit. Every
 * suggestion was scored by the live model; nothing is inferred from contributions.
 */
public final class Suggestions {

  /** Shares by which a lever makes amounts smaller, the least first. */
  private static final double[] STEPS = {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5};

  private final Function<ObjectNode, Optional<LoanDecision>> scorer;

  /**
   * @param scorer scores an application; empty where it cannot
   */
  public Suggestions(Function<ObjectNode, Optional<LoanDecision>> scorer) {
    this.scorer = scorer;
  }

  /**
   * Changes that are enough for the score; rules of the policy may still refer or decline.
   *
   * @param changes levers with the share by which each makes its amounts smaller
   * @param application the application after them
   * @param decision what the model says of it
   */
  public record Suggestion(List<Change> changes, ObjectNode application, LoanDecision decision) {

    public Suggestion {
      changes = List.copyOf(changes);
    }
  }

  /** A lever and the share by which it makes its amounts smaller. */
  public record Change(Lever lever, double less) {}

  /** The least change of each single lever that is enough; where none is, of pairs of them. */
  public List<Suggestion> find(ObjectNode application) {
    List<Suggestion> found = new ArrayList<>();
    for (Lever lever : Lever.values()) {
      if (lever.applies(application)) {
        least(application, List.of(), lever).ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      Change smaller = new Change(Lever.SMALLER_LOAN, STEPS[STEPS.length - 1]);
      ObjectNode base = smaller.lever().apply(application, smaller.less());
      if (Lever.LONGER_TERM.applies(application)) {
        least(base, List.of(smaller), Lever.LONGER_TERM).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Suggestion> least(ObjectNode application, List<Change> before, Lever lever) {
    for (double step : STEPS) {
      ObjectNode changed = lever.apply(application, step);
      Optional<LoanDecision> decision = scorer.apply(changed);
      if (decision.isEmpty()) {
        return Optional.empty();
      }
      if (decision.get().getOutcome() == DecisionOutcome.APPROVED) {
        List<Change> changes = new ArrayList<>(before);
        changes.add(new Change(lever, step));
        return Optional.of(new Suggestion(changes, changed, decision.get()));
      }
    }
    return Optional.empty();
  }
}
