package io.creditstream.scorer.query;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import java.util.Optional;

/**
 * A decision that the stores hold.
 *
 * @param decision the decision
 * @param applicationDigest digest of the application. Must not be changed
 * @param predecessor the decision that it superseded, if it did
 */
public record KnownDecision(
    LoanDecision decision, byte[] applicationDigest, Optional<LoanDecision> predecessor) {

  /** The record with which the decision is committed. */
  public SourceRecord cause() {
    return decision.getSupersedes() == null
        ? decision.getSource()
        : decision.getSupersedes().getRequest();
  }

  /** What was known before it, if it superseded another one. */
  public Optional<KnownDecision> before() {
    return predecessor.map(
        decided -> new KnownDecision(decided, applicationDigest, Optional.empty()));
  }
}
