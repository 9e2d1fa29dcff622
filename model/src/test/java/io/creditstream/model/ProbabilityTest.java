package io.creditstream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilityTest {

  @Test
  void shouldBeTheLogisticFunction() {
    assertThat(Probability.of(0)).isEqualTo(0.5);
    assertThat(Probability.of(Math.log(0.08 / 0.92))).isCloseTo(0.08, within(1e-15));
    assertThat(Probability.of(2) + Probability.of(-2)).isCloseTo(1, within(1e-15));
  }

  @Test
  void shouldStayBetweenZeroAndOneForAnyScore() {
    assertThat(Probability.of(1e6)).isEqualTo(1);
    assertThat(Probability.of(-1e6)).isEqualTo(0);
    assertThat(Probability.of(-30)).isPositive().isLessThan(1e-12);
  }
}
