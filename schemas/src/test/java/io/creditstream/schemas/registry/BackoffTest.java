package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

  @Test
  void shouldDoubleUpToTheMaximum() {
    assertThat(backoff.pause(0, 1)).isEqualTo(Duration.ofMillis(100));
    assertThat(backoff.pause(1, 1)).isEqualTo(Duration.ofMillis(200));
    assertThat(backoff.pause(4, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.pause(5000, 1)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldPauseAtLeastHalf() {
    assertThat(backoff.pause(0, 0)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void shouldRefuseSenselessLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }
}
