package io.creditstream.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCostTest {

  @Test
  void shouldWeighMissedDefaultsTenfold() {
    assertThat(BusinessCost.STANDARD.perApplication(new ConfusionMatrix(5, 3, 10, 2)))
        .isEqualTo((10 * 2 + 3) / 20.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 0.25, 1000})
  void shouldFindTheCheapestOfAllCuts(double falseNegative) {
    BusinessCost cost = new BusinessCost(falseNegative);
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      double[] probabilities = new double[1 + random.nextInt(40)];
      boolean[] defaulted = new boolean[probabilities.length];
      int distinct = 1 + random.nextInt(25);
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = (1 + random.nextInt(distinct)) / 27.0;
        defaulted[i] = random.nextDouble() < probabilities[i];
      }

      double threshold = cost.bestThreshold(probabilities, defaulted);

      assertThat(threshold).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(at(cost, threshold, probabilities, defaulted))
          .as("seed %d", seed)
          .isEqualTo(cheapest(cost, probabilities, defaulted));
      assertThat(refused(threshold, probabilities))
          .as("refused, seed %d", seed)
          .isEqualTo(fewestRefusedAtThatCost(cost, probabilities, defaulted));
    }
  }

  @Test
  void shouldApproveEverybodyIfAllAreGood() {
    double[] probabilities = {0.1, 0.7, 0.999};

    double threshold = BusinessCost.STANDARD.bestThreshold(probabilities, new boolean[3]);

    assertThat(threshold).isEqualTo(1);
  }

  @Test
  void shouldDeclineEverybodyIfAllDefault() {
    double[] probabilities = {0.2, 0.7, 0.9};
    boolean[] defaulted = {true, true, true};

    double threshold = BusinessCost.STANDARD.bestThreshold(probabilities, defaulted);

    assertThat(threshold).isEqualTo(0.1);
  }

  @Test
  void shouldPartEqualProbabilitiesNever() {
    double[] probabilities = {0.5, 0.5, 0.5, 0.2};
    boolean[] defaulted = {true, false, false, false};

    double threshold = BusinessCost.STANDARD.bestThreshold(probabilities, defaulted);

    assertThat(threshold).isEqualTo(0.35);
  }

  @Test
  void shouldPartNeighbouringDoubles() {
    for (double upper = 0.3; upper < 0.9; upper = Math.nextUp(upper + 0.05)) {
      double[] probabilities = {upper, Math.nextDown(upper)};

      double threshold =
          BusinessCost.STANDARD.bestThreshold(probabilities, new boolean[] {true, false});

      assertThat(threshold).isEqualTo(upper);
    }
  }

  @Test
  void shouldRefuseProbabilitiesThatAreNoNumbers() {
    assertThatThrownBy(
            () ->
                BusinessCost.STANDARD.bestThreshold(
                    new double[] {0.5, Double.NaN}, new boolean[] {true, false}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a probability is no number");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseCostThatIsNone(double falseNegative) {
    assertThatThrownBy(() -> new BusinessCost(falseNegative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the cost of a missed default must be above 0");
  }

  private static double at(
      BusinessCost cost, double threshold, double[] probabilities, boolean[] defaulted) {
    return cost.perApplication(ConfusionMatrix.at(threshold, probabilities, defaulted));
  }

  private static double cheapest(BusinessCost cost, double[] probabilities, boolean[] defaulted) {
    double all = at(cost, 2, probabilities, defaulted);
    return Arrays.stream(probabilities)
        .map(cut -> at(cost, cut, probabilities, defaulted))
        .reduce(all, Math::min);
  }

  private static long fewestRefusedAtThatCost(
      BusinessCost cost, double[] probabilities, boolean[] defaulted) {
    double best = cheapest(cost, probabilities, defaulted);
    return Arrays.stream(probabilities)
        .filter(cut -> at(cost, cut, probabilities, defaulted) == best)
        .mapToLong(cut -> refused(cut, probabilities))
        .reduce(
            at(cost, 2, probabilities, defaulted) == best ? 0 : probabilities.length, Math::min);
  }

  private static long refused(double threshold, double[] probabilities) {
    return Arrays.stream(probabilities).filter(p -> p >= threshold).count();
  }
}
