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
 * suggestion was scored by the live model with the very amounts that it names; nothing is inferred
 * from contributions.
 *
 * <p>Each lever is tried at 5, 10, 20, 35 and 50 %; between the last of these that is not enough
 * and the first that is, the least step that is enough is found by bisection. A step is one unit of
 * the amount, between a fifth and one percent of it, so that a lever takes at most twelve requests,
 * and all together at most {@link #MOST_REQUESTS}. Risk need not fall with every step: a smaller
 * change than the one that is found may happen to be enough.
 */
public final class Suggestions {

  /** Most requests to the scorer of one search. */
  public static final int MOST_REQUESTS = 36;

  private static final double[] COARSE = {0.1, 0.2, 0.4, 0.7, 1};

  private final Function<ObjectNode, Optional<LoanDecision>> scorer;

  /**
   * @param scorer scores an application; empty where it cannot
   */
  public Suggestions(Function<ObjectNode, Optional<LoanDecision>> scorer) {
    this.scorer = scorer;
  }

  /**
   * Changes with what the live model says after them; those that are given out are enough.
   *
   * @param changes one after the other
   * @param application the application after them
   * @param decision what the model says of it
   */
  public record Suggestion(List<Change> changes, ObjectNode application, LoanDecision decision) {

    public Suggestion {
      changes = List.copyOf(changes);
    }

    private boolean isEnough() {
      return decision.getOutcome() == DecisionOutcome.APPROVED;
    }
  }

  /** A lever, with the application before and after it was moved. */
  public record Change(Lever lever, ObjectNode before, ObjectNode after) {}

  /** The least change of each single lever that is enough; where none is, of two together. */
  public List<Suggestion> find(ObjectNode application) {
    List<Suggestion> found = new ArrayList<>();
    for (Lever lever : Lever.values()) {
      if (lever.applies(application)) {
        least(application, List.of(lever)).ifPresent(found::add);
      }
    }
    if (found.isEmpty()
        && Lever.SMALLER_LOAN.applies(application)
        && Lever.LONGER_TERM.applies(application)) {
      least(application, List.of(Lever.SMALLER_LOAN, Lever.LONGER_TERM)).ifPresent(found::add);
    }
    return found;
  }

  /** Levers that are moved together are moved by the same share, that of the first. */
  private Optional<Suggestion> least(ObjectNode application, List<Lever> levers) {
    int steps = levers.get(0).steps(application);
    int low = 0;
    for (double share : COARSE) {
      int step = (int) Math.ceil(share * steps);
      if (step > low) {
        Optional<Suggestion> tried = tried(application, levers, step);
        if (tried.isEmpty()) {
          return Optional.empty();
        }
        if (tried.get().isEnough()) {
          return Optional.of(bisected(application, levers, low, step, tried.get()));
        }
        low = step;
      }
    }
    return Optional.empty();
  }

  private Suggestion bisected(
      ObjectNode application, List<Lever> levers, int low, int high, Suggestion enough) {
    Suggestion least = enough;
    int below = low;
    int above = high;
    while (above - below > 1) {
      int middle = (below + above) / 2;
      Optional<Suggestion> tried = tried(application, levers, middle);
      if (tried.isPresent() && tried.get().isEnough()) {
        least = tried.get();
        above = middle;
      } else {
        below = middle;
      }
    }
    return least;
  }

  /** Empty where it cannot be scored. */
  private Optional<Suggestion> tried(ObjectNode application, List<Lever> levers, int step) {
    double left = levers.get(0).left(application, step);
    List<Change> changes = new ArrayList<>();
    ObjectNode after = application;
    for (Lever lever : levers) {
      ObjectNode before = after;
      after = lever.apply(before, left);
      changes.add(new Change(lever, before, after));
    }
    ObjectNode changed = after;
    return scorer.apply(changed).map(decision -> new Suggestion(changes, changed, decision));
  }
}
