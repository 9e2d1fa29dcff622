package io.creditstream.service.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.service.process.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

  private static final RestartPolicy TWICE_A_MINUTE =
      new RestartPolicy(
          Duration.ZERO,
          Duration.ZERO,
          2,
          Duration.ofMinutes(1),
          cause -> cause instanceof TimeoutException);

  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
  private final ThreadFailures failures = new ThreadFailures(TWICE_A_MINUTE, told::add, now::get);

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
  void shouldWaitWithoutLimitForARecordToBeTaken() {
    for (int i = 0; i < 50; i++) {
      assertThat(failures.handle(new StreamsException(new RecordTooLargeException())))
          .isEqualTo(REPLACE_THREAD);
    }
  }

  @Test
  void shouldGiveUpAtOnceWhereRecordsAreGoneAndSayWhich() {
    TruncatedSourceException gone = new TruncatedSourceException("these", new RuntimeException());

    assertThat(failures.handle(new StreamsException(gone))).isEqualTo(SHUTDOWN_CLIENT);

    assertThat(failures.end()).contains("these");
  }

  @Test
  void shouldSayWhatIsWaitedForUntilTheThreadIsReplaced() throws Exception {
    RestartPolicy patient = new RestartPolicy(HOUR, HOUR, 1, HOUR, cause -> false);
    ThreadFailures waiting = new ThreadFailures(patient, told::add, now::get);
    Thread thread =
        new Thread(() -> waiting.handle(new StreamsException(new RecordTooLargeException())));

    thread.start();

    Awaitility.await().until(() -> waiting.pausing().isPresent());
    assertThat(waiting.pausing().orElseThrow()).contains("raise max.message.bytes");
    waiting.closing();
    thread.join();
    assertThat(waiting.pausing()).isEmpty();
  }

  @Test
  void shouldKnowTheThreadThatFailedUntilTheClientIsGivenUp() throws Exception {
    List<Boolean> seen = Collections.synchronizedList(new ArrayList<>());
    Thread failing =
        new Thread(
            () -> {
              failures.handle(new IllegalStateException());
              seen.add(failures.hasFailed());
            });
    failing.start();
    failing.join();

    assertThat(seen).containsExactly(true);
    assertThat(failures.hasFailed()).isFalse();

    failing = new Thread(() -> failures.handle(new OutOfMemoryError()));
    failing.start();
    failing.join();

    assertThat(failures.hasFailed()).isTrue();
  }

  @Test
  void shouldTellOfEachFailure() {
    StreamsException failure = new StreamsException(new RecordTooLargeException());

    failures.handle(failure);

    assertThat(told).containsExactly(failure);
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
