package io.creditstream.advisor.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, in the memory of this process: a restart ends all sessions. Safe for use by
 * many threads. Beyond {@value #MOST} sessions the one that was unused for longest ends.
 */
public final class Sessions {

  private static final int MOST = 10_000;

  private final Duration idle;
  private final Duration lifetime;
  private final InstantSource clock;
  private final Secrets secrets = new Secrets();
  private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

  public Sessions(Duration idle, Duration lifetime, InstantSource clock) {
    this.idle = idle;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  private record Session(Person person, Instant begun, Instant used) {}

  /** Begins a session; the secret by which its owner is known. */
  public synchronized String begin(Person person) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> hasEnded(session, now));
    if (sessions.size() >= MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    String secret = secrets.draw();
    sessions.put(secret, new Session(person, now, now));
    return secret;
  }

  /** Who owns a session that goes on; asking keeps it from falling idle. */
  public synchronized Optional<Person> use(String secret) {
    Optional<Person> person = look(secret);
    Instant now = clock.instant();
    sessions.computeIfPresent(
        secret, (key, session) -> new Session(session.person(), session.begun(), now));
    return person;
  }

  /** Who owns a session that goes on; asking does not keep it from falling idle. */
  public synchronized Optional<Person> look(String secret) {
    Session session = sessions.get(secret);
    if (session == null) {
      return Optional.empty();
    }
    if (hasEnded(session, clock.instant())) {
      sessions.remove(secret);
      return Optional.empty();
    }
    return Optional.of(session.person());
  }

  /** Ends a session. */
  public synchronized void end(String secret) {
    sessions.remove(secret);
  }

  private boolean hasEnded(Session session, Instant now) {
    return !now.isBefore(session.begun().plus(lifetime))
        || !now.isBefore(session.used().plus(idle));
  }
}
