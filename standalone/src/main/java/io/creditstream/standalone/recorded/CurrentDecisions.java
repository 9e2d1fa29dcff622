package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decisions that no later one has taken the place of. */
public final class CurrentDecisions {

  private CurrentDecisions() {}

  /** The current decision about an application; empty where there is none. */
  public static Optional<LoanDecision> about(Connection connection, String applicationId) {
    Map<String, LoanDecision> newest = new HashMap<>();
    RecordedDecisions.read(
        connection,
        decision -> {
          if (decision.getApplicationId().equals(applicationId)) {
            keepNewer(newest, decision);
          }
        });
    return newest.values().stream().findFirst();
  }

  /** The current decisions that were made from a time on and before another one. */
  public static List<LoanDecision> made(Connection connection, Instant from, Instant to) {
    Map<String, LoanDecision> newest = new HashMap<>();
    RecordedDecisions.read(
        connection,
        decision -> {
          if (!decision.getDecidedAt().isBefore(from)) {
            keepNewer(newest, decision);
          }
        });
    List<LoanDecision> made = new ArrayList<>(newest.values());
    made.removeIf(decision -> !decision.getDecidedAt().isBefore(to));
    return made;
  }

  /** Without what makes decisions large: many are kept at a time. */
  private static void keepNewer(Map<String, LoanDecision> newest, LoanDecision decision) {
    decision.setFeatures(List.of());
    decision.setContributions(List.of());
    newest.merge(
        decision.getApplicationId(),
        decision,
        (kept, added) -> added.getDecidedAt().isBefore(kept.getDecidedAt()) ? kept : added);
  }
}
