package io.creditstream.trainer.matrix;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.DatasetException;
import org.junit.jupiter.api.Test;

class MatrixMemoryTest {

  @Test
  void shouldSayHowLargeTheHeapMustBe() {
    assertThatThrownBy(() -> MatrixMemory.require(300_000, 500, 2L << 30))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "the 500 features of 300,000 loans take 1,144 MiB of memory, and reading and fitting 1,024 MiB more, but Java may use 2,048 MiB only: run with CREDITSTREAM_JAVA_OPTS=-Xmx2680m");
    assertThatCode(() -> MatrixMemory.require(300_000, 500, 2680L << 20))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldLetSmallDataBeOnAnyHeap() {
    assertThatCode(() -> MatrixMemory.require(9_999, 500, 64L << 20)).doesNotThrowAnyException();
  }
}
