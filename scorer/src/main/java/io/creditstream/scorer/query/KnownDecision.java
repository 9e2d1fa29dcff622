package io.creditstream.scorer.query;

import io.creditstream.schemas.LoanDecision;
import java.util.Optional;

/**
 * A decision that is committed.
 *
 * @param decision the decision
 * @param applicationDigest digest of the application. Must not be changed
 * @param predecessor the decision that it superseded, if it did
 */
public record KnownDecision(
    LoanDecision decision, byte[] applicationDigest, Optional<LoanDecision> predecessor) {}
