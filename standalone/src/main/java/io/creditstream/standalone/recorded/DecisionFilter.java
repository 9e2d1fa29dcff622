package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanDecision;
import java.time.Instant;
import java.util.function.Predicate;

/** Which recorded decisions are asked for. */
public final class DecisionFilter {

  private DecisionFilter() {}

  /** Those about an application. */
  public static Predicate<LoanDecision> about(String applicationId) {
    return decision -> decision.getApplicationId().equals(applicationId);
  }

  /** Those that were made from a time on and before another one. */
  public static Predicate<LoanDecision> made(Instant from, Instant to) {
    return decision ->
        !decision.getDecidedAt().isBefore(from) && decision.getDecidedAt().isBefore(to);
  }
}
