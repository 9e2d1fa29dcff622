package io.creditstream.service.streams;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the failure of a stream thread by the {@link RestartPolicy}; an {@link Error} ends the
 * client at once. The pause is spent in the thread that failed, and ends when the client closes.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  private final RestartPolicy policy;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Deque<Instant> recent = new ArrayDeque<>();
  private Instant lastWaiting = Instant.MIN;
  private int unlimited;

  ThreadFailures(RestartPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    boolean waiting = policy.isWaiting(failure);
    int count = count(waiting);
    boolean replace = isException(failure) && (waiting || count <= policy.limit());
    LOG.atError()
        .setMessage("stream thread failed")
        .addKeyValue("replaced", replace)
        .addKeyValue("waiting", waiting)
        .addKeyValue("failures", count)
        .setCause(failure)
        .log();
    if (!replace) {
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    return pause(count - 1)
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Ends the pauses. */
  void closing() {
    closing.countDown();
  }

  private static boolean isException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Error) {
        return false;
      }
    }
    return true;
  }

  private synchronized int count(boolean waiting) {
    Instant now = clock.instant();
    if (waiting) {
      boolean quiet = lastWaiting.isBefore(now.minus(policy.window()));
      lastWaiting = now;
      unlimited = quiet ? 1 : unlimited + 1;
      return unlimited;
    }
    recent.addLast(now);
    while (recent.getFirst().isBefore(now.minus(policy.window()))) {
      recent.removeFirst();
    }
    return recent.size();
  }

  private boolean pause(int replacement) {
    try {
      return closing.await(policy.pause(replacement).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
