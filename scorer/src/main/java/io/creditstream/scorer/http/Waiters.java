package io.creditstream.scorer.http;

import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.query.StateUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that wait for a decision, so many at once at most: they hold what others need for as
 * long as they wait.
 */
final class Waiters {

  private static final long POLL_NANOS = 10_000_000;

  private final ScorerState state;
  private final Semaphore places;

  /**
   * @param most most that may wait at once
   */
  Waiters(ScorerState state, int most) {
    this.state = state;
    this.places = new Semaphore(most);
  }

  /** Takes a place, to be given back by {@link #leave}; false where none is free. */
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /**
   * Waits for the decision about an application, also while the stores cannot be read.
   *
   * @return empty where that takes longer
   */
  Optional<KnownDecision> await(String applicationId, Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      Optional<KnownDecision> known = known(applicationId);
      if (known.isPresent()) {
        return known;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return Optional.empty();
  }

  private Optional<KnownDecision> known(String applicationId) {
    try {
      return state.decision(applicationId);
    } catch (StateUnavailableException e) {
      return Optional.empty();
    }
  }
}
