package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionsTest {

  @Test
  void shouldHaveTheValuesThatScipyComputes() {
    assertThat(Proportions.differencePValue(30, 500, 1_000, 50_000))
        .isCloseTo(3.0481407019519487e-10, within(1e-18));
  }

  @Test
  void shouldBeOneWhereNothingDiffers() {
    assertThat(Proportions.differencePValue(0, 500, 0, 700)).isEqualTo(1);
    assertThat(Proportions.differencePValue(500, 500, 700, 700)).isEqualTo(1);
    assertThat(Proportions.differencePValue(5, 10, 50, 100)).isEqualTo(1);
    assertThat(Proportions.differencePValue(0, 0, 50, 100)).isEqualTo(1);
  }
}
