package io.creditstream.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PaceTest {

  @Test
  void shouldNotWaitAtAnInfiniteRate() {
    Pace pace = new Pace(Double.POSITIVE_INFINITY);

    for (int step = 0; step < 1_000_000; step++) {
      pace.await();
    }
  }

  @Test
  void shouldNotWaitForTheFirstStepOfTheSlowestRate() {
    new Pace(Double.MIN_VALUE).await();
  }

  @Test
  void shouldReturnEarlyWhenInterrupted() {
    Pace pace = new Pace(Double.MIN_VALUE);
    pace.await();
    Thread.currentThread().interrupt();

    pace.await();

    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void shouldRefuseRateThatIsNone(double perSecond) {
    assertThatThrownBy(() -> new Pace(perSecond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the rate must be above 0");
  }
}
