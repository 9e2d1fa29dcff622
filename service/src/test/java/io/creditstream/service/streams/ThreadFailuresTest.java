package io.creditstream.service.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

  private static final RestartPolicy TWICE_A_MINUTE =
      new RestartPolicy(
          Duration.ZERO,
          Duration.ZERO,
          2,
          Duration.ofMinutes(1),
          cause -> cause instanceof TimeoutException);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ThreadFailures failures = new ThreadFailures(TWICE_A_MINUTE, now::get);

  @Test
  void shouldReplaceThreadsUpToTheLimitWithinTheWindow() {
    assertThat(failures.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
    assertThat(failures.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
    assertThat(failures.handle(new IllegalStateException())).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void shouldForgetFailuresOutsideTheWindow() {
    failures.handle(new IllegalStateException());
    failures.handle(new IllegalStateException());

    now.set(Instant.EPOCH.plusSeconds(61));

    assertThat(failures.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
  }

  @Test
  void shouldWaitWithoutLimitForWhatIsDown() {
    for (int i = 0; i < 50; i++) {
      assertThat(failures.handle(new IllegalStateException(new TimeoutException())))
          .isEqualTo(REPLACE_THREAD);
    }
  }

  @Test
  void shouldShutDownOnAnErrorAtOnce() {
    assertThat(failures.handle(new IllegalStateException(new OutOfMemoryError())))
        .isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void shouldNotReplaceThreadsWhileClosing() {
    failures.closing();

    assertThat(failures.handle(new IllegalStateException())).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void shouldDoubleThePausesUpToTheLongest() {
    RestartPolicy policy = RestartPolicy.waitingFor(cause -> false);

    assertThat(policy.pause(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.pause(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(policy.pause(1000)).isEqualTo(Duration.ofSeconds(30));
  }
}
