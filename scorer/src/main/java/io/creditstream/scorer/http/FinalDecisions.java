package io.creditstream.scorer.http;

import io.creditstream.schemas.SourceRecord;
import io.creditstream.scorer.query.Commits;
import io.creditstream.scorer.query.DecisionSlice;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Decisions that no crash can take back any more. */
final class FinalDecisions {

  private static final long POLL_NANOS = 5_000_000;

  private final ScorerState state;
  private final Commits commits;

  FinalDecisions(ScorerState state, Commits commits) {
    this.state = state;
    this.commits = commits;
  }

  /** Decisions about a client, the newest first, as far as they are final. */
  DecisionSlice ofClient(String clientId, String after, int limit) {
    DecisionSlice page = state.decisions(clientId, after, limit);
    return new DecisionSlice(
        page.decisions().stream().flatMap(known -> finalOf(known).stream()).toList(), page.next());
  }

  /** The decision about an application, once it is final. */
  Optional<KnownDecision> find(String applicationId) {
    return state.decision(applicationId).flatMap(this::finalOf);
  }

  /**
   * The decision itself, or the one that it is about to supersede. That one is final: who asked for
   * the decision to be superseded had seen it committed.
   */
  private Optional<KnownDecision> finalOf(KnownDecision known) {
    return commits.isFinal(known.cause()) ? Optional.of(known) : known.before();
  }

  /**
   * Waits until a published application is processed for good, and gives the decision about its id.
   *
   * @return empty where that takes longer
   */
  Optional<KnownDecision> await(String applicationId, SourceRecord published, Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      Optional<KnownDecision> known = state.decision(applicationId);
      if (known.isPresent() && commits.isFinal(published)) {
        return known.flatMap(this::finalOf);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return Optional.empty();
  }
}
