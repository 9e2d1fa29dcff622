package io.creditstream.scorer.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WaitingApplicationTest {

  @Test
  void shouldReadWhatItWrites() {
    shouldReadBack(new byte[] {5});
    shouldReadBack(new byte[0]);
    shouldReadBack(null);
  }

  @Test
  void shouldRefuseTheStateOfALaterRelease() {
    byte[] bytes = application(null).bytes();
    bytes[0] = 9;

    assertThatThrownBy(() -> WaitingApplication.read(bytes)).hasMessageContaining("version 9");
  }

  private static void shouldReadBack(byte[] trace) {
    assertThat(WaitingApplication.read(application(trace).bytes()))
        .usingRecursiveComparison()
        .isEqualTo(application(trace));
  }

  private static WaitingApplication application(byte[] trace) {
    return new WaitingApplication(
        1L << 40,
        2L << 40,
        3,
        4L << 40,
        new byte[] {1, 2, 3},
        new byte[] {4},
        trace,
        new byte[] {6, 7, 8, 9});
  }
}
