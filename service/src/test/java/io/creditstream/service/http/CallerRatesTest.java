package io.creditstream.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallerRatesTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);
  private final CallerRates rates = new CallerRates(2, 3, now::get);

  @Test
  void shouldGrantABurstAndThenTheRate() {
    assertThat(granted("a", 10)).isEqualTo(3);

    now.addAndGet(SECOND);

    assertThat(granted("a", 10)).isEqualTo(2);
  }

  @Test
  void shouldNotSaveUpMoreThanABurst() {
    granted("a", 3);

    now.addAndGet(100 * SECOND);

    assertThat(granted("a", 10)).isEqualTo(3);
  }

  @Test
  void shouldCountEachCallerAlone() {
    granted("a", 10);

    assertThat(rates.ask("b")).isZero();
  }

  @Test
  void shouldTellWhenToAskAgain() {
    CallerRates slow = new CallerRates(1, 1, now::get);
    slow.ask("a");

    assertThat(slow.ask("a")).isEqualTo(1);
    now.addAndGet(SECOND);
    assertThat(slow.ask("a")).isZero();
  }

  @Test
  void shouldForgetWhoWasNotSeenForLongest() {
    granted("a", 3);
    for (int i = 0; i < 10_000; i++) {
      rates.ask("other-" + i);
    }

    assertThat(rates.ask("a")).isZero();
  }

  private int granted(String caller, int requests) {
    int granted = 0;
    for (int i = 0; i < requests; i++) {
      granted += rates.ask(caller) == 0 ? 1 : 0;
    }
    return granted;
  }
}
