package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SupersededDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The decisions that no later one has taken the place of. */
public final class CurrentDecisions {

  /** A decision, as the one that supersedes it names it. */
  private record Named(String applicationId, Instant decidedAt) {}

  private CurrentDecisions() {}

  /** The current decision about an application; empty where there is none. */
  public static Optional<LoanDecision> about(Connection connection, String applicationId) {
    Predicate<LoanDecision> wanted = DecisionFilter.about(applicationId);
    List<LoanDecision> about = new ArrayList<>();
    RecordedDecisions.read(
        connection,
        decision -> {
          if (wanted.test(decision)) {
            about.add(decision);
          }
        });
    return about.stream().max(Comparator.comparing(LoanDecision::getDecidedAt));
  }

  /**
   * Hands on the current decisions that were made from a time on and before another one, so many at
   * a time. Those made once the first are handed on are not among them.
   */
  public static void made(
      Connection connection,
      Instant from,
      Instant to,
      int size,
      Consumer<List<LoanDecision>> batches) {
    Set<Named> superseded = new HashSet<>();
    RecordedDecisions.read(
        connection,
        decision -> {
          SupersededDecision earlier = decision.getSupersedes();
          if (earlier != null
              && !earlier.getDecidedAt().isBefore(from)
              && earlier.getDecidedAt().isBefore(to)) {
            superseded.add(new Named(decision.getApplicationId(), earlier.getDecidedAt()));
          }
        });
    Predicate<LoanDecision> current =
        decision ->
            !superseded.contains(new Named(decision.getApplicationId(), decision.getDecidedAt()));
    RecordedDecisions.batches(
        connection, DecisionFilter.made(from, to).and(current), size, batches);
  }
}
