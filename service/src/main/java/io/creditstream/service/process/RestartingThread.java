package io.creditstream.service.process;

import io.creditstream.service.health.HealthCheck;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in a thread of its own. Work that fails on an exception begins anew after a pause, as
 * its policy says; an {@link Error}, or an exception too many, ends it for good.
 */
public final class RestartingThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RestartingThread.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final Work work;
  private final RestartPolicy policy;
  private final RecentFailures failures;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<String> pausing = Optional.empty();
  private volatile Optional<String> end = Optional.empty();

  /** What the thread does; all of it is called there. */
  public interface Work extends AutoCloseable {

    /**
     * Works until the thread is closed; may be called again once it has failed. What it throws
     * after the thread was closed is no failure.
     */
    void run() throws InterruptedException;

    /** It has failed. */
    void failed();

    /** It is not run again. */
    @Override
    void close();
  }

  /**
   * @param name of the thread, and of what it does in logs and health
   */
  public RestartingThread(String name, Work work, RestartPolicy policy) {
    this.work = work;
    this.policy = policy;
    this.failures = new RecentFailures(policy.window(), InstantSource.system());
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins to work. */
  public void start() {
    thread.start();
  }

  /** Whether the work shall go on. */
  public boolean isOpen() {
    return closing.getCount() > 0;
  }

  /** Waits, but not beyond the close; for the work. */
  public void pause(Duration time) throws InterruptedException {
    closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why nothing is done at the moment, where that is so after a failure. */
  public Optional<String> problem() {
    return end.or(() -> pausing);
  }

  /** Fails once the work has ended for good: only a restart of the process helps. */
  public HealthCheck liveness() {
    return new HealthCheck(thread.getName(), () -> end);
  }

  private void run() {
    try (work) {
      while (isOpen()) {
        runOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      end = Optional.of("has ended on " + e.getClass().getSimpleName() + ": the log says where");
    }
  }

  private void runOnce() throws InterruptedException {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (isOpen()) {
        int count = failed(e);
        if (count > policy.limit()) {
          throw e;
        }
        pausing = Optional.of("failed on " + e.getClass().getSimpleName() + ", begins anew soon");
        pause(policy.pause(count - 1));
        pausing = Optional.empty();
      }
    } catch (Error e) {
      failed(e);
      throw e;
    }
  }

  private int failed(Throwable failure) {
    int count = failures.count();
    Failures.describe(LOG.atError(), failure)
        .setMessage("work failed")
        .addKeyValue("thread", thread.getName())
        .addKeyValue("failures", count)
        .log();
    work.failed();
    return count;
  }

  /** Asks the work to end; whoever has to interrupt it does that between this and the close. */
  public void closing() {
    closing.countDown();
  }

  /** Ends the work, or gives up to wait for its end after ten seconds. */
  @Override
  public void close() {
    closing();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
