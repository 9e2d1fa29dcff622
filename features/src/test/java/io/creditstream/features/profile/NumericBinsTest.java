package io.creditstream.features.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NumericBinsTest {

  @Test
  void shouldCutAtOrderStatistics() {
    double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    assertThat(NumericBins.edges(sorted, 5)).containsExactly(2, 4, 6, 8);
  }

  @Test
  void shouldGiveAFrequentValueABinOfItsOwn() {
    double[] sorted = {0, 0, 0, 0, 0, 0, 0, 1, 2, 3};

    double[] edges = NumericBins.edges(sorted, 5);

    assertThat(edges).containsExactly(Math.nextDown(0.0), 0, 1);
    assertThat(NumericBins.count(edges, sorted)).containsExactly(0, 7, 1, 2);
    assertThat(NumericBins.countSorted(edges, sorted)).containsExactly(0, 7, 1, 2);
  }

  @Test
  void shouldHaveNoEdgeForAConstant() {
    assertThat(NumericBins.edges(new double[] {7, 7, 7, 7}, 10)).isEmpty();
  }

  @Test
  void shouldHaveOneBinForNothing() {
    assertThat(NumericBins.count(NumericBins.edges(new double[0], 10), new double[0]))
        .containsExactly(0);
  }

  @Test
  void shouldCloseBinsOnTheRight() {
    double[] edges = {1, 2};

    assertThat(NumericBins.indexOf(edges, 1)).isZero();
    assertThat(NumericBins.indexOf(edges, Math.nextUp(1.0))).isEqualTo(1);
    assertThat(NumericBins.indexOf(edges, 2)).isEqualTo(1);
    assertThat(NumericBins.indexOf(edges, Double.POSITIVE_INFINITY)).isEqualTo(2);
  }

  @Test
  void shouldTreatBothZerosAlike() {
    double[] sorted = {-0.0, -0.0, 0.0, 0.0, 5};

    double[] edges = NumericBins.edges(sorted, 2);

    assertThat(NumericBins.indexOf(edges, -0.0)).isEqualTo(NumericBins.indexOf(edges, 0.0));
  }

  @RepeatedTest(50)
  void shouldAgreeWithTheDefinitionWordByWord(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    RandomGenerator random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(400);
    int bins = 1 + random.nextInt(20);
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = random.nextBoolean() ? random.nextInt(6) : random.nextDouble() * 6;
    }
    Arrays.sort(sorted);

    assertThat(NumericBins.edges(sorted, bins))
        .as("seed %d", seed)
        .containsExactly(definition(sorted, bins));
  }

  private static double[] definition(double[] sorted, int bins) {
    int n = sorted.length;
    TreeSet<Double> edges = new TreeSet<>();
    for (int j = 1; j <= bins - 1; j++) {
      edges.add(sorted[(int) Math.ceil((double) j * n / bins - 1e-9) - 1]);
    }
    edges.remove(sorted[n - 1]);
    TreeSet<Double> all = new TreeSet<>(edges);
    for (double edge : edges) {
      long equal = Arrays.stream(sorted).filter(value -> value == edge).count();
      if (equal > (double) n / bins) {
        all.add(Math.nextDown(edge));
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
