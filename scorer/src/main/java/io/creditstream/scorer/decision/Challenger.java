package io.creditstream.scorer.decision;

import io.creditstream.scorer.metrics.ScoringMetrics;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.DecisionModel;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model in the shadow, for one thread. What it throws is counted and costs its own decision
 * alone; when it is too slow it is skipped for a while.
 *
 * <p>The time it takes beyond its budget is added up, time that it leaves is taken off again; a sum
 * of {@value ChallengerBudget#PATIENCE} budgets pauses it. The first opening of a session on a
 * model costs time once, which says nothing of its speed, and is left out; after every failure a
 * session is opened anew, which counts, as does an opening that fails.
 */
public final class Challenger implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Challenger.class);

  private final ActiveModel active;
  private final SessionHolder session;
  private final long budget;
  private final long pause;
  private final LongSupplier nanoTime;
  private final ScoringMetrics metrics;
  private @Nullable DecisionModel last;
  private boolean opened;
  private long debt;
  private boolean paused;
  private long pausedAt;

  /**
   * @param nanoTime the clock, in nanoseconds
   */
  public Challenger(
      ActiveModel active, ChallengerBudget budget, LongSupplier nanoTime, ScoringMetrics metrics) {
    this.active = active;
    this.session = new SessionHolder(active);
    this.budget = budget.perApplication().toNanos();
    this.pause = budget.pause().toNanos();
    this.nanoTime = nanoTime;
    this.metrics = metrics;
  }

  /** What the challenger makes of an application; empty without one, paused, or when it fails. */
  public <T> Optional<T> attempt(Function<ScoringSession, T> scoring) {
    DecisionModel model = active.current().orElse(null);
    if (model != last) {
      last = model;
      opened = false;
      debt = 0;
      paused = false;
    }
    if (model == null) {
      session.close();
      return Optional.empty();
    }
    if (paused && nanoTime.getAsLong() - pausedAt < pause) {
      metrics.challengerSkipped();
      return Optional.empty();
    }
    paused = false;
    return guarded(scoring);
  }

  private <T> Optional<T> guarded(Function<ScoringSession, T> scoring) {
    long start = nanoTime.getAsLong();
    try {
      // Withdrawn since it was looked for: an exception like any other, a rare one.
      ScoringSession ready = session.current();
      if (!opened) {
        opened = true;
        start = nanoTime.getAsLong();
      }
      return Optional.of(scoring.apply(ready));
    } catch (RuntimeException | StackOverflowError e) {
      metrics.challengerFailed("exception");
      LOG.atDebug()
          .setMessage("challenger failed")
          .addKeyValue("exception", e.getClass().getName())
          .log();
      closeBroken();
      return Optional.empty();
    } finally {
      spend(nanoTime.getAsLong() - start);
    }
  }

  private void closeBroken() {
    try {
      session.close();
    } catch (RuntimeException e) {
      metrics.challengerFailed("close");
    }
  }

  private void spend(long nanos) {
    debt = Math.max(0, debt + nanos - budget);
    if (debt > ChallengerBudget.PATIENCE * budget) {
      debt = 0;
      paused = true;
      pausedAt = nanoTime.getAsLong();
      metrics.challengerFailed("slow");
      LOG.atWarn().setMessage("challenger too slow, paused").log();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
