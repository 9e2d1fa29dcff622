package io.creditstream.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void shouldCompareWithABaseAndSayWhereThereIsNone() {
    assertThat(Table.ratio(50, 200)).isEqualTo("0.25");
    assertThat(Table.ratio(200, 200)).isEqualTo("1.00");
    assertThat(Table.ratio(50, 0)).isEqualTo("–");
  }
}
