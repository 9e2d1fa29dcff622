package io.creditstream.features.bundle;

import io.creditstream.schemas.DecisionOutcome;
import java.util.Objects;

/**
 * Turns a probability of default into a decision.
 *
 * @param version version of the policy
 * @param referFrom probability from which a person decides, 0..1, at most {@code declineFrom}
 * @param declineFrom probability from which an application is declined, 0..1
 */
public record Policy(String version, double referFrom, double declineFrom) {

  public Policy {
    Objects.requireNonNull(version, "version");
    if (!(referFrom >= 0 && referFrom <= declineFrom && declineFrom <= 1)) {
      throw new IllegalArgumentException("policy needs 0 <= referFrom <= declineFrom <= 1");
    }
  }

  public DecisionOutcome decide(double probabilityOfDefault) {
    if (probabilityOfDefault >= declineFrom) {
      return DecisionOutcome.DECLINED;
    }
    return probabilityOfDefault >= referFrom ? DecisionOutcome.REFERRED : DecisionOutcome.APPROVED;
  }
}
