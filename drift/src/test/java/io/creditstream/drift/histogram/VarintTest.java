package io.creditstream.drift.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VarintTest {

  @Test
  void shouldReadBackWhatItWrote() {
    long[] values = {0, 1, 127, 128, 300, 1L << 40, Long.MAX_VALUE};
    VarintWriter out = new VarintWriter();
    for (long value : values) {
      out.write(value).writeSigned(value).writeSigned(-value).writeSigned(~value);
    }
    out.write("é").write(new byte[] {1, 2});

    VarintReader in = new VarintReader(out.toBytes());

    for (long value : values) {
      assertThat(in.read()).isEqualTo(value);
      assertThat(in.readSigned()).isEqualTo(value);
      assertThat(in.readSigned()).isEqualTo(-value);
      assertThat(in.readSigned()).isEqualTo(~value);
    }
    assertThat(in.readText()).isEqualTo("é");
    assertThat(in.readBytes()).containsExactly(1, 2);
    assertThat(in.hasMore()).isFalse();
  }

  @Test
  void shouldRefuseNegativeCounts() {
    assertThatThrownBy(() -> new VarintWriter().write(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
