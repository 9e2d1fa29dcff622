package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BinPairTest {

  @Test
  void shouldLeaveOutBinsEmptyOnBothSides() {
    BinPair pair = new BinPair(new long[] {0, 4, 0}, new long[] {2, 0, 0});

    assertThat(pair.bins()).isEqualTo(2);
    assertThat(pair.current()).containsExactly(0, 4);
    assertThat(pair.reference()).containsExactly(2, 0);
  }

  @Test
  void shouldRefuseOtherBinsAndNegativeCounts() {
    assertThatThrownBy(() -> new BinPair(new long[1], new long[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BinPair(new long[] {-1}, new long[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
