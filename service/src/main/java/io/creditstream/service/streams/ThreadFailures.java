package io.creditstream.service.streams;

import io.creditstream.service.process.Failures;
import io.creditstream.service.process.RecentFailures;
import io.creditstream.service.process.RestartPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the failure of a stream thread by the {@link RestartPolicy}; an {@link Error} or a {@link
 * TruncatedSourceException} ends the client at once, an {@link Obstacle} is waited for without
 * limit. The pause is spent in the thread that failed, and ends when the client closes.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  private final RestartPolicy policy;
  private final Consumer<Throwable> onFailure;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final RecentFailures recent;
  private final Map<Thread, String> paused = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable String> end = new AtomicReference<>();
  private final ThreadLocal<Boolean> failed = ThreadLocal.withInitial(() -> false);
  private volatile boolean givenUp;
  private Instant lastWaiting = Instant.MIN;
  private int unlimited;

  /**
   * @param onFailure told of each failure before it is answered
   */
  ThreadFailures(RestartPolicy policy, Consumer<Throwable> onFailure, InstantSource clock) {
    this.policy = policy;
    this.onFailure = onFailure;
    this.clock = clock;
    this.recent = new RecentFailures(policy.window(), clock);
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    failed.set(true);
    onFailure.accept(failure);
    Optional<String> obstacle = Obstacle.remedy(failure);
    Optional<TruncatedSourceException> truncated = truncated(failure);
    boolean waiting = obstacle.isPresent() || policy.isWaiting(failure);
    int count = count(waiting);
    boolean replace =
        isException(failure) && truncated.isEmpty() && (waiting || count <= policy.limit());
    Failures.describe(LOG.atError(), failure)
        .setMessage("stream thread failed")
        .addKeyValue("replaced", replace)
        .addKeyValue("waiting", waiting)
        .addKeyValue("failures", count)
        .addKeyValue("obstacle", obstacle.orElse("none"))
        .log();
    if (!replace) {
      givenUp = true;
      truncated.map(Throwable::getMessage).ifPresent(end::set);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    String why = obstacle.orElse("the log says why");
    paused.put(Thread.currentThread(), why);
    try {
      return pause(count - 1)
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } finally {
      paused.remove(Thread.currentThread());
    }
  }

  /** Whether this thread has failed, or the client is given up. */
  boolean hasFailed() {
    return givenUp || failed.get();
  }

  /** Why threads that failed are not replaced yet, if there are such. */
  Optional<String> pausing() {
    return paused.values().stream()
        .findFirst()
        .map(why -> "a thread of the stream failed and is tried again soon: " + why);
  }

  /** Why the client has given up, where that is known in one line. */
  Optional<String> end() {
    return Optional.ofNullable(end.get());
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

  private static Optional<TruncatedSourceException> truncated(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TruncatedSourceException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private synchronized int count(boolean waiting) {
    if (waiting) {
      Instant now = clock.instant();
      boolean quiet = lastWaiting.isBefore(now.minus(policy.window()));
      lastWaiting = now;
      unlimited = quiet ? 1 : unlimited + 1;
      return unlimited;
    }
    return recent.count();
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
