package io.creditstream.advisor.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Logins that have begun, each known to the browser that began it by a cookie. Each can be ended
 * once, within ten minutes; beyond {@value #MOST} the oldest are forgotten.
 */
final class LoginAttempts {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Secrets secrets = new Secrets();
  private final Map<String, LoginAttempt> attempts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoginAttempt> eldest) {
          return size() > MOST;
        }
      };

  LoginAttempts(InstantSource clock) {
    this.clock = clock;
  }

  /** An attempt and the secret that its browser keeps. */
  record Begun(String secret, LoginAttempt attempt) {}

  synchronized Begun begin(String to) {
    LoginAttempt attempt =
        new LoginAttempt(secrets.draw(), secrets.draw(), secrets.draw(), to, clock.instant());
    String secret = secrets.draw();
    attempts.put(secret, attempt);
    return new Begun(secret, attempt);
  }

  /** Takes an attempt out; empty where it is not known, or not any more. */
  synchronized Optional<LoginAttempt> end(String secret) {
    return Optional.ofNullable(attempts.remove(secret))
        .filter(attempt -> clock.instant().isBefore(attempt.begun().plus(LONGEST)));
  }
}
