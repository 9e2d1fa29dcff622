package io.creditstream.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {

  @Test
  void shouldGiveNoQuotientThatIsNoNumber() {
    assertThat(Measure.ratio(3, 4)).isEqualTo(0.75);
    assertThat(Measure.ratio(3, 0)).isNaN();
    assertThat(Measure.ratio(0, -0.0)).isNaN();
    assertThat(Measure.ratio(3, Double.NaN)).isNaN();
    assertThat(Measure.ratio(1e10, 1e-310)).as("beyond all numbers").isNaN();
    assertThat(Measure.ratio(-1e10, 1e-310)).isNaN();
  }
}
