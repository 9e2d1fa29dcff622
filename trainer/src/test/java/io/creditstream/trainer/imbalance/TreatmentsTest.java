package io.creditstream.trainer.imbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.trainer.TestMatrix;
import io.creditstream.trainer.fit.TreatedRows;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreatmentsTest {

  private static final double NONE = Double.NaN;

  @Test
  void shouldWeighDefaultsByTheOddsOfBeingGood() {
    FeatureMatrix matrix = TestMatrix.random(400, 1);
    int[] rows = IntStream.range(100, 400).toArray();

    TreatedRows treated = new ClassWeights().apply(matrix, rows, 1);

    long defaults = Arrays.stream(rows).filter(row -> matrix.defaulted()[row]).count();
    double odds = (300.0 - defaults) / defaults;
    assertThat(treated.rows()).isEqualTo(rows);
    assertThat(treated.defaultWeight()).isEqualTo(odds);
    assertThat(treated.shift()).isCloseTo(Math.log(odds), within(1e-12));
  }

  @Test
  void shouldKeepAllDefaultsAndAsManyGoodLoans() {
    FeatureMatrix matrix = TestMatrix.random(400, 1);
    int[] rows = IntStream.range(100, 400).toArray();

    TreatedRows treated = new Undersampling().apply(matrix, rows, 1);

    long defaults = Arrays.stream(rows).filter(row -> matrix.defaulted()[row]).count();
    assertThat(treated.rows()).isSorted().doesNotHaveDuplicates().hasSize((int) (2 * defaults));
    assertThat(Arrays.stream(treated.rows()).filter(row -> matrix.defaulted()[row]).count())
        .isEqualTo(defaults);
    assertThat(rows).contains(treated.rows());
    assertThat(treated.shift()).isCloseTo(Math.log((300.0 - defaults) / defaults), within(1e-12));
    assertThat(new Undersampling().apply(matrix, rows, 2).rows()).isNotEqualTo(treated.rows());
  }

  @Test
  void shouldMeasureDistancesOfMixedRows() {
    FeatureMatrix matrix =
        TestMatrix.of(
            new String[] {"X", "Y", "C"},
            new double[][] {{0, 2, 4, 0}, {1, NONE, NONE, 5}, {0, 1, 1, 0}},
            new boolean[] {true, true, true, true});

    MixedDistance distance = new MixedDistance(matrix, new int[] {0, 1, 2, 3});

    // X has the variance 11/3 over the rows, Y is present in two: 1 and 5, variance 8.
    double[][] v = distance.vectors();
    assertThat(distance.squared(v[0], v[1], 99)).isCloseTo(4 / (11 / 3.0) + 1 + 1, within(1e-12));
    assertThat(distance.squared(v[1], v[2], 99)).isCloseTo(4 / (11 / 3.0), within(1e-12));
    assertThat(distance.squared(v[0], v[3], 99)).isCloseTo(16 / 8.0, within(1e-12));
    assertThat(distance.nearest(2)).isEqualTo(new int[][] {{3, 1}, {2, 0}, {1, 0}, {0, 1}});
  }

  @Test
  void shouldMakeDefaultsBetweenNeighboursUntilClassesAreEqual() {
    FeatureMatrix matrix = TestMatrix.random(300, 2);
    int[] rows = IntStream.range(0, 300).toArray();

    TreatedRows treated = new Smote().apply(matrix, rows, 1);

    int[] defaults = Arrays.stream(rows).filter(row -> matrix.defaulted()[row]).toArray();
    int[][] near = new MixedDistance(matrix, defaults).nearest(Smote.NEIGHBOURS);
    assertThat(treated.rows()).isEqualTo(rows);
    assertThat(treated.synthetic()[0]).hasSize(300 - 2 * defaults.length);
    assertThat(treated.shift())
        .isCloseTo(Math.log((300.0 - defaults.length) / defaults.length), within(1e-12));
    for (int i = 0; i < treated.synthetic()[0].length; i++) {
      int from = i % defaults.length;
      assertThat(liesTowardsANeighbour(matrix, treated, i, defaults, from, near[from])).isTrue();
      Set<Double> codes = new HashSet<>();
      for (int neighbour : near[from]) {
        codes.add(matrix.columns()[3][defaults[neighbour]]);
      }
      assertThat(codes).contains(treated.synthetic()[3][i]);
    }
  }

  @Test
  void shouldTakeTheNearerEndWhereOneIsMissing() {
    assertThat(Smote.between(2, 4, 0.25)).isEqualTo(2.5);
    assertThat(Smote.between(2, NONE, 0.25)).isEqualTo(2);
    assertThat(Smote.between(2, NONE, 0.75)).isNaN();
    assertThat(Smote.between(NONE, 4, 0.75)).isEqualTo(4);
  }

  @Test
  void shouldTakeTheCategoryOfMostNeighbours() {
    // Five neighbours of the first default: three times level 1.
    FeatureMatrix matrix =
        TestMatrix.of(
            new String[] {"X", "C"},
            new double[][] {
              {0, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9}, {0, 1, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0, 0}
            },
            new boolean[] {
              true, true, true, true, true, true, false, false, false, false, false, false, false
            });

    TreatedRows treated = new Smote().apply(matrix, IntStream.range(0, 13).toArray(), 1);

    assertThat(treated.synthetic()[1]).containsExactly(1);
  }

  @Test
  void shouldLeaveASingleDefaultAlone() {
    FeatureMatrix matrix =
        TestMatrix.of(
            new String[] {"X"}, new double[][] {{1, 2, 3}}, new boolean[] {true, false, false});

    assertThat(new Smote().apply(matrix, new int[] {0, 1, 2}, 1).synthetic()).isEmpty();
  }

  /** On the segment to one and the same neighbour in all numbers that both ends have. */
  private static boolean liesTowardsANeighbour(
      FeatureMatrix matrix, TreatedRows treated, int i, int[] defaults, int from, int[] near) {
    return Arrays.stream(near)
        .anyMatch(
            to -> {
              double position = Double.NaN;
              for (int feature : new int[] {0, 2}) {
                double start = matrix.columns()[feature][defaults[from]];
                double end = matrix.columns()[feature][defaults[to]];
                double here = (treated.synthetic()[feature][i] - start) / (end - start);
                if (!(here >= 0 && here <= 1)
                    || Math.abs(here - (Double.isNaN(position) ? here : position)) > 1e-6) {
                  return false;
                }
                position = here;
              }
              return true;
            });
  }
}
