package io.creditstream.advisor.security;

import java.time.Instant;

/**
 * A login that has begun.
 *
 * @param state goes to the provider and comes back with the answer
 * @param nonce goes to the provider and comes back inside the token
 * @param verifier proves that the one who redeems the code is the one who asked for it (RFC 7636)
 * @param to path of the page to go to afterwards
 * @param begun when
 */
record LoginAttempt(String state, String nonce, String verifier, String to, Instant begun) {}
