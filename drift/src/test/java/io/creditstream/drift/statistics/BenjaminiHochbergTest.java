package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

  @Test
  void shouldCountUpToTheGreatestThatPasses() {
    // 0.039 fails its own step (2/4 of 0.05), yet a greater one passes and carries it along.
    double[] pValues = {0.041, 0.005, 0.039, 0.045};

    assertThat(BenjaminiHochberg.threshold(pValues, 0.05)).isEqualTo(0.045);
  }

  @Test
  void shouldDiscoverNothingAmongLargeValues() {
    assertThat(BenjaminiHochberg.threshold(new double[] {0.2, 0.6, 0.9}, 0.05)).isNegative();
    assertThat(BenjaminiHochberg.threshold(new double[0], 0.05)).isNegative();
  }

  @Test
  void shouldBeStricterTheMoreFeaturesAreWatched() {
    assertThat(BenjaminiHochberg.threshold(new double[] {0.006}, 0.01)).isEqualTo(0.006);
    assertThat(BenjaminiHochberg.threshold(new double[] {0.006, 0.9}, 0.01)).isNegative();
  }
}
