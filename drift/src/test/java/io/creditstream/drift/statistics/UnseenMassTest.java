package io.creditstream.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnseenMassTest {

  @Test
  void shouldTakeThePlaceOfUnseenLevelsFromThoseSeenOnce() {
    assertThat(UnseenMass.of(new long[] {96, 1, 1, 2}).share()).isEqualTo(0.02);
    assertThat(UnseenMass.of(new long[] {100, 100}).share()).isEqualTo(1 / 200.0);
    assertThat(UnseenMass.of(new long[0]).share()).isEqualTo(1);
  }

  @Test
  void shouldVaryTheMoreTheMoreLevelsAreSeenOnceOrTwice() {
    assertThat(UnseenMass.of(new long[] {96, 1, 1, 2}).variance())
        .isCloseTo((2 + 2 - 0.04) / 10_000, within(1e-15));
    assertThat(UnseenMass.of(new long[] {100, 100}).variance())
        .isCloseTo(1 / 40_000.0, within(1e-15));
  }

  @Test
  void shouldSumWhatTheNegativeBinomialDistributionSays() {
    UnseenMass mass = UnseenMass.of(new long[] {950, 1, 1, 1, 1, 2, 2, 42});
    double shape = mass.share() * mass.share() / mass.variance();
    double success = 500 * mass.variance() / mass.share();
    success = success / (1 + success);

    double exactly = Math.pow(1 - success, shape);
    double below = 0;
    for (int k = 0; k < 40; k++) {
      assertThat(mass.atLeast(k, 500)).as("%d unseen", k).isCloseTo(1 - below, within(1e-12));
      below += exactly;
      exactly *= (k + shape) / (k + 1) * success;
    }
  }

  @Test
  void shouldBeCertainWhereNothingIsUnseenOrNothingIsThere() {
    assertThat(UnseenMass.of(new long[] {100, 100}).atLeast(0, 500)).isEqualTo(1);
    assertThat(UnseenMass.of(new long[0]).atLeast(0, 0)).isEqualTo(1);
    assertThat(UnseenMass.of(new long[0]).atLeast(500, 500)).isGreaterThan(0.3);
  }
}
