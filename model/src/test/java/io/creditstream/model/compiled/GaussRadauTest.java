package io.creditstream.model.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussRadauTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 8, 12, 32, 100})
  void shouldIntegratePowersUpToTwiceItsPointsBesidesZero(int n) {
    GaussRadau rule = GaussRadau.of(n);

    for (int power = 0; power <= 2 * n; power++) {
      double sum = power == 0 ? rule.zeroWeight() : 0;
      for (int q = 0; q < n; q++) {
        sum += rule.weights()[q] * Math.pow(rule.points()[q], power);
      }
      assertThat(sum).as("t^%d", power).isCloseTo(1.0 / (power + 1), within(2e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 12, 100})
  void shouldLieInsideTheIntervalInAscendingOrder(int n) {
    GaussRadau rule = GaussRadau.of(n);

    assertThat(rule.points()).isSorted().hasSize(n);
    for (int q = 0; q < n; q++) {
      assertThat(rule.points()[q]).isBetween(1e-6, 1 - 1e-6);
      assertThat(rule.points()[q] + rule.complements()[q]).isCloseTo(1, within(1e-15));
    }
  }
}
