package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalScoresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447460685429",
    "-1.96, 0.024997895148220435",
    "3.5, 0.9997673709209645",
    "-8, 6.220960574271786e-16"
  })
  void shouldBeTheNormalDistributionFunction(double z, double expected) {
    assertThat(NormalScores.uniform(z)).isCloseTo(expected, within(1e-14));
  }
}
