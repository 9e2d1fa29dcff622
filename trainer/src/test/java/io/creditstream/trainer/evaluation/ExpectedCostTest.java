package io.creditstream.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedCostTest {

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 0.25, 1000})
  void shouldFindTheCheapestOfAllCuts(double falseNegative) {
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      double[] probabilities = new double[1 + random.nextInt(40)];
      boolean[] defaulted = new boolean[probabilities.length];
      int distinct = 1 + random.nextInt(25);
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = (1 + random.nextInt(distinct)) / 27.0;
        defaulted[i] = random.nextDouble() < probabilities[i];
      }
      RankedRows rows = rows(new CostRatio(falseNegative), probabilities, defaulted);

      double threshold = ExpectedCost.cheapestThreshold(rows);

      double cheapest =
          Arrays.stream(probabilities)
              .map(cut -> ExpectedCost.at(cut, rows))
              .reduce(ExpectedCost.at(2, rows), Math::min);
      assertThat(threshold).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(ExpectedCost.at(threshold, rows)).as("seed %d", seed).isEqualTo(cheapest);
      assertThat(refused(threshold, probabilities))
          .as("refused, seed %d", seed)
          .isEqualTo(fewestRefusedAt(cheapest, rows, probabilities));
    }
  }

  @Test
  void shouldApproveEverybodyIfAllAreGood() {
    assertThat(threshold(new double[] {0.1, 0.7, 0.999}, false, false, false)).isEqualTo(1);
  }

  @Test
  void shouldDeclineEverybodyIfAllDefault() {
    assertThat(threshold(new double[] {0.2, 0.7, 0.9}, true, true, true)).isEqualTo(0.1);
  }

  @Test
  void shouldPartEqualProbabilitiesNever() {
    assertThat(threshold(new double[] {0.5, 0.5, 0.5, 0.2}, true, false, false, false))
        .isEqualTo(0.35);
  }

  @Test
  void shouldPartNeighbouringDoubles() {
    for (double upper = 0.3; upper < 0.9; upper = Math.nextUp(upper + 0.05)) {
      assertThat(threshold(new double[] {upper, Math.nextDown(upper)}, true, false))
          .isEqualTo(upper);
    }
  }

  @Test
  void shouldWeighEachLoanByItsAmount() {
    CostModel amounts = new CostAmounts(0.6, 0.05);
    double[] credits = {100_000, 1_000, 1_000};
    boolean[] defaulted = {false, true, true};
    double[] costs = amounts.ofWrongDecisions(defaulted, credits);

    assertThat(costs).containsExactly(5_000, 600, 600);
    // Two small defaults are cheaper to bear than one large good loan is to refuse.
    assertThat(
            ExpectedCost.cheapestThreshold(
                RankedRows.of(new double[] {0.9, 0.5, 0.4}, defaulted, costs)))
        .isEqualTo(1);
    assertThat(ExpectedCost.at(0.45, RankedRows.of(new double[] {0.9, 0.5, 0.4}, defaulted, costs)))
        .isCloseTo(5_600 / 3.0, within(1e-9));
  }

  @Test
  void shouldReadAmountsAsTwoShares() {
    assertThat(CostAmounts.parse("0.6:0.05")).isEqualTo(new CostAmounts(0.6, 0.05));
    for (String wrong : new String[] {"0.6", "a:b", "0.6:0.05:1", ""}) {
      assertThatThrownBy(() -> CostAmounts.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("LOSS:MARGIN");
    }
    assertThatThrownBy(() -> new CostAmounts(1.5, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new CostAmounts(0.5, 0.5).ofWrongDecisions(new boolean[1], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AMT_CREDIT");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseCostThatIsNone(double falseNegative) {
    assertThatThrownBy(() -> new CostRatio(falseNegative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the cost of a missed default must be above 0");
  }

  private static double threshold(double[] probabilities, boolean... defaulted) {
    return ExpectedCost.cheapestThreshold(rows(CostModel.STANDARD, probabilities, defaulted));
  }

  private static RankedRows rows(CostModel cost, double[] probabilities, boolean[] defaulted) {
    return RankedRows.of(
        probabilities, defaulted, cost.ofWrongDecisions(defaulted, new double[defaulted.length]));
  }

  private static long fewestRefusedAt(double cost, RankedRows rows, double[] probabilities) {
    return Arrays.stream(probabilities)
        .filter(cut -> ExpectedCost.at(cut, rows) == cost)
        .mapToLong(cut -> refused(cut, probabilities))
        .reduce(ExpectedCost.at(2, rows) == cost ? 0 : probabilities.length, Math::min);
  }

  private static long refused(double threshold, double[] probabilities) {
    return Arrays.stream(probabilities).filter(p -> p >= threshold).count();
  }
}
