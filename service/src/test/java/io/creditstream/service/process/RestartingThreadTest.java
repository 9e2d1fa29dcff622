package io.creditstream.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestartingThreadTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final RestartPolicy TWICE =
      new RestartPolicy(Duration.ZERO, Duration.ZERO, 2, HOUR, failure -> false);

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();
  private RestartingThread thread = new RestartingThread("test", work(() -> {}), TWICE);

  @AfterEach
  void close() {
    thread.close();
  }

  @Test
  void shouldBeginAnewAfterFailures() {
    start(
        TWICE,
        () -> {
          if (runs.get() <= 2) {
            throw new IllegalStateException();
          }
        });

    Awaitility.await().until(() -> runs.get() == 3);
    assertThat(thread.problem()).isEmpty();
    assertThat(thread.liveness().problem().get()).isEmpty();
    assertThat(failures).hasValue(2);
    assertThat(closes).hasValue(0);
  }

  @Test
  void shouldEndForGoodAfterTooManyFailures() {
    start(
        TWICE,
        () -> {
          throw new IllegalStateException();
        });

    Awaitility.await().until(() -> thread.liveness().problem().get().isPresent());
    assertThat(runs).hasValue(3);
    assertThat(thread.problem()).isEqualTo(thread.liveness().problem().get());
    assertThat(closes).hasValue(1);
  }

  @Test
  void shouldEndForGoodAfterAnError() {
    start(
        TWICE,
        () -> {
          throw new StackOverflowError();
        });

    Awaitility.await().until(() -> thread.liveness().problem().get().isPresent());
    assertThat(runs).hasValue(1);
  }

  @Test
  void shouldSayThatItWaitsAndEndThatWaitWhenClosed() {
    start(
        new RestartPolicy(HOUR, HOUR, 2, HOUR, failure -> false),
        () -> {
          throw new IllegalStateException();
        });

    Awaitility.await().until(() -> thread.problem().isPresent());
    assertThat(thread.problem().orElseThrow()).contains("begins anew soon");
    assertThat(thread.liveness().problem().get()).isEmpty();
    thread.close();
    assertThat(closes).hasValue(1);
  }

  @Test
  void shouldNotTakeForAFailureWhatEndsTheWorkOnceItIsClosed() {
    start(
        TWICE,
        () -> {
          thread.pause(HOUR);
          throw new IllegalStateException();
        });
    Awaitility.await().until(() -> runs.get() == 1);

    thread.close();

    assertThat(thread.liveness().problem().get()).isEmpty();
    assertThat(failures).hasValue(0);
    assertThat(closes).hasValue(1);
  }

  private interface Step {
    void take() throws InterruptedException;
  }

  private void start(RestartPolicy policy, Step step) {
    thread = new RestartingThread("test", work(step), policy);
    thread.start();
  }

  /** Takes a step, then works until it is closed. */
  private RestartingThread.Work work(Step step) {
    return new RestartingThread.Work() {

      @Override
      public void run() throws InterruptedException {
        runs.incrementAndGet();
        step.take();
        thread.pause(HOUR);
      }

      @Override
      public void failed() {
        failures.incrementAndGet();
      }

      @Override
      public void close() {
        closes.incrementAndGet();
      }
    };
  }
}
