package io.creditstream.scorer.query;

import io.creditstream.schemas.LoanDecision;

/**
 * A decision that the stores hold.
 *
 * @param decision the decision
 * @param applicationDigest digest of the application. Must not be changed
 */
public record KnownDecision(LoanDecision decision, byte[] applicationDigest) {}
