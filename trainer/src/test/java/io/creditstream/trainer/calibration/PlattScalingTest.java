package io.creditstream.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.model.Probability;
import io.creditstream.trainer.result.ReliabilityBin;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

  @Test
  void shouldFindTheScaleThatOutcomesWereDrawnBy() {
    Random random = new Random(3);
    double[] raw = random.doubles(200_000).map(u -> 4 * u - 3).toArray();
    boolean[] defaulted = outcomes(raw, 0.7, -0.9, random);

    PlattScaling scaling = PlattScaling.fit(raw, defaulted);

    assertThat(scaling.slope()).isCloseTo(0.7, within(0.02));
    assertThat(scaling.offset()).isCloseTo(-0.9, within(0.02));
  }

  @Test
  void shouldMakeBinsAgreeWithOutcomes() {
    Random random = new Random(4);
    double[] raw = random.doubles(50_000).map(u -> 6 * u - 3).toArray();
    boolean[] defaulted = outcomes(raw, 0.5, -2, random);

    PlattScaling scaling = PlattScaling.fit(raw, defaulted);

    double[] before = Arrays.stream(raw).map(Probability::of).toArray();
    double[] after = Arrays.stream(raw).map(r -> Probability.of(scaling.apply(r))).toArray();
    assertThat(worst(Reliability.bins(before, defaulted))).isGreaterThan(0.2);
    assertThat(worst(Reliability.bins(after, defaulted))).isLessThan(0.02);
  }

  @Test
  void shouldLeaveScoresAloneThatDoNotRiseWithTheRisk() {
    double[] raw = {-2, -1, 0, 1, 2, 3};
    boolean[] turned = {true, true, true, false, false, false};

    assertThat(PlattScaling.fit(raw, turned)).isEqualTo(PlattScaling.IDENTITY);
  }

  @Test
  void shouldStayFiniteForPerfectAndForEqualScores() {
    boolean[] defaulted = {false, false, true, true};

    PlattScaling perfect = PlattScaling.fit(new double[] {-9, -8, 8, 9}, defaulted);
    PlattScaling equal = PlattScaling.fit(new double[] {1, 1, 1, 1}, defaulted);

    // Platt's targets keep certainty off: (2 + 1) / (2 + 2).
    assertThat(Probability.of(perfect.apply(9))).isCloseTo(0.75, within(0.05));
    assertThat(equal.slope()).isGreaterThan(0);
    assertThat(Probability.of(equal.apply(1))).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void shouldRefuseSlopesThatTurnRanks() {
    for (double slope : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new PlattScaling(slope, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldFillBinsEvenlyInOrder() {
    double[] probabilities = {0.5, 0.1, 0.9, 0.3};
    boolean[] defaulted = {true, false, true, false};

    assertThat(Reliability.bins(probabilities, defaulted))
        .containsExactly(
            new ReliabilityBin(1, 0.1, 0),
            new ReliabilityBin(1, 0.3, 0),
            new ReliabilityBin(1, 0.5, 1),
            new ReliabilityBin(1, 0.9, 1));
  }

  private static boolean[] outcomes(double[] raw, double slope, double offset, Random random) {
    boolean[] defaulted = new boolean[raw.length];
    for (int i = 0; i < raw.length; i++) {
      defaulted[i] = random.nextDouble() < Probability.of(slope * raw[i] + offset);
    }
    return defaulted;
  }

  private static double worst(List<ReliabilityBin> bins) {
    return bins.stream().mapToDouble(b -> Math.abs(b.predicted() - b.observed())).max().orElse(0);
  }
}
