package io.creditstream.advisor.store;

import io.creditstream.schemas.DecisionOutcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision in a list.
 *
 * @param number its number in the store
 * @param applicationId the application
 * @param clientId the client
 * @param decidedAt when it was decided
 * @param outcome what was decided
 * @param probability probability of default
 * @param threshold probability from which an application is declined
 * @param income yearly income; null where the application is not known
 * @param credit amount asked for; null where the application is not known
 * @param age age in whole years; null where the application is not known
 * @param traits descriptive values; those that are missing are left out
 */
public record CaseLine(
    long number,
    String applicationId,
    String clientId,
    Instant decidedAt,
    DecisionOutcome outcome,
    double probability,
    double threshold,
    @Nullable Double income,
    @Nullable Double credit,
    @Nullable Integer age,
    Map<Trait, String> traits) {

  public CaseLine {
    traits = Map.copyOf(traits);
  }
}
