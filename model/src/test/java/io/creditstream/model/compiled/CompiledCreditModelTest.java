package io.creditstream.model.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.forest.Forest;
import io.creditstream.model.forest.ForestText;
import io.creditstream.model.forest.NumericCondition;
import io.creditstream.model.forest.Split;
import io.creditstream.model.oracle.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LightGBM is the oracle, on random forests and rows; a name that fails holds the seed. */
class CompiledCreditModelTest {

  static long[] seeds() {
    return new Random(20_261_125).longs(60, 1, 1 << 30).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGiveTheSameScoresToTheBit(long seed) {
    TrainedModel trained = TrainedModel.of(seed);
    CreditModel compiled = compile(trained.text());
    try (CreditModel lightGbm = LightGbmCreditModel.load(trained.text())) {
      for (double[] row : scoringRows(trained, seed)) {
        assertThat(Double.doubleToLongBits(compiled.rawScore(row)))
            .as("%s on %s", trained.parameters(), Arrays.toString(row))
            .isEqualTo(Double.doubleToLongBits(lightGbm.rawScore(row)));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGiveTheSameContributionsThatSumToTheScore(long seed) {
    TrainedModel trained = TrainedModel.of(seed);
    CreditModel compiled = compile(trained.text());
    try (CreditModel lightGbm = LightGbmCreditModel.load(trained.text())) {
      assertThat(compiled.baseValue()).isEqualTo(lightGbm.baseValue());
      for (double[] row : trained.rows(40, seed + 7)) {
        double[] contributions = compiled.contributions(row);
        double rawScore = compiled.rawScore(row);

        assertNear(contributions, lightGbm.contributions(row), 1e-6, trained, row);
        assertNear(
            new double[] {compiled.baseValue() + Arrays.stream(contributions).sum()},
            new double[] {rawScore},
            1e-9,
            trained,
            row);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 17})
  void shouldScoreAnyNumberOfTrees(int trees) {
    TrainedModel trained = TrainedModel.of(3, 4, trees, "num_leaves=6 min_data_in_leaf=5");
    CreditModel compiled = compile(trained.text());
    try (CreditModel lightGbm = LightGbmCreditModel.load(trained.text())) {
      for (double[] row : trained.rows(100, trees)) {
        assertThat(compiled.rawScore(row)).isEqualTo(lightGbm.rawScore(row));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void shouldRefuseRowOfAnotherLength(int length) {
    TrainedModel trained = TrainedModel.of(3, 4, 2, "num_leaves=6 min_data_in_leaf=5");
    CreditModel compiled = compile(trained.text());

    assertThatThrownBy(() -> compiled.rawScore(new double[length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model takes 4 features, not " + length);
    assertThatThrownBy(() -> compiled.contributions(new double[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CreditModel compile(String text) {
    return new CompiledCreditModel(CompiledForest.compile(text));
  }

  /** Random rows, and for every threshold one on it and one beside it. */
  private static List<double[]> scoringRows(TrainedModel trained, long seed) {
    List<double[]> rows = new ArrayList<>(List.of(trained.rows(400, seed + 3)));
    Forest forest = ForestText.parse(trained.text());
    double[][] usual = trained.rows(1, seed + 5);
    forest.trees().stream()
        .flatMap(tree -> tree.splits().stream())
        .limit(500)
        .forEach(split -> rows.addAll(atThreshold(split, usual[0])));
    return rows;
  }

  private static List<double[]> atThreshold(Split split, double[] usual) {
    if (!(split.condition() instanceof NumericCondition numeric)) {
      return List.of();
    }
    double[] on = usual.clone();
    on[split.feature()] = numeric.threshold();
    double[] beside = usual.clone();
    beside[split.feature()] = Math.nextUp(numeric.threshold());
    return List.of(on, beside);
  }

  private static void assertNear(
      double[] actual, double[] expected, double tolerance, TrainedModel trained, double[] row) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("%d: %s on %s", i, trained.parameters(), Arrays.toString(row))
          .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(expected[i])));
    }
  }
}
