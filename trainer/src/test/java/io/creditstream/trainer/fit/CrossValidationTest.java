package io.creditstream.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.RecordedProgress;
import io.creditstream.trainer.TestMatrix;
import io.creditstream.trainer.evaluation.ProbabilityLoss;
import io.creditstream.trainer.evaluation.RankedRows;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.imbalance.ClassWeights;
import io.creditstream.trainer.imbalance.Smote;
import io.creditstream.trainer.imbalance.Undersampling;
import io.creditstream.trainer.imbalance.Untreated;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CrossValidationTest {

  private static final FeatureMatrix MATRIX = TestMatrix.random(800, 3);
  private static final BinnedRows BINNED = BinnedRows.of(MATRIX);
  private static final Folds FOLDS = Folds.stratified(MATRIX.clientIds(), MATRIX.defaulted(), 4, 1);
  private static final CrossValidation VALIDATION = new CrossValidation(BINNED, MATRIX, FOLDS);

  @AfterAll
  static void close() {
    BINNED.close();
  }

  static List<RowTreatment> treatments() {
    return List.of(new Untreated(), new ClassWeights(), new Undersampling(), new Smote());
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void shouldScoreEachRowAsAModelFittedWithoutItDoes(RowTreatment treatment) {
    Recipe recipe = new Recipe(parameters(40), Growth.BOOSTING, treatment);

    CrossFit fit = VALIDATION.fit(recipe, "", Progress.silent());

    for (int fold = 0; fold < 4; fold++) {
      int[] training = FOLDS.training(fold);
      // Each fold treats its rows by a seed of its own.
      TreatedRows treated = treatment.apply(MATRIX, training, 1 + fold);
      Recipe again = new Recipe(recipe.parameters(), recipe.growth(), new Given(treated));
      String text =
          FinalFit.fit(BINNED, MATRIX, again, training, fit.trees(), 1, 0, Progress.silent())
              .modelText();
      try (LightGbmCreditModel model = LightGbmCreditModel.load(text)) {
        for (int row : FOLDS.heldOut(fold)) {
          assertThat(fit.rawScores()[row]).isCloseTo(model.rawScore(MATRIX.row(row)), within(1e-9));
        }
      }
    }
  }

  @Test
  void shouldStopWhereTheMeanLogLossIsLeast() {
    Recipe greedy =
        new Recipe(
            new BoostingParameters(400, 5, 0.5, 31, 1, 1, 1, 0, 0, false, 1),
            Growth.BOOSTING,
            new Untreated());
    RecordedProgress progress = new RecordedProgress();

    CrossFit fit = VALIDATION.fit(greedy, "Growing", progress);

    long grown = progress.done("Growing").stream().filter(trees -> trees < 400).count();
    assertThat(grown).isLessThan(400).isEqualTo(fit.trees() + 5);
    RankedRows all =
        RankedRows.of(
            Arrays.stream(fit.rawScores()).map(raw -> 1 / (1 + Math.exp(-raw))).toArray(),
            MATRIX.defaulted());
    assertThat(fit.logLoss()).isCloseTo(ProbabilityLoss.logLoss(all), within(1e-9));
  }

  @Test
  void shouldScoreOnlyTheFoldsThatItTried() {
    CrossFit fit = VALIDATION.fit(recipe(20), new int[] {1, 2}, "", Progress.silent());

    for (int row = 0; row < MATRIX.rows(); row++) {
      int fold = FOLDS.ofRow()[row];
      assertThat(Double.isNaN(fit.rawScores()[row])).isEqualTo(fold == 0 || fold == 3);
    }
  }

  @Test
  void shouldBeTheSameInEveryRun() {
    CrossFit first = VALIDATION.fit(recipe(30), "", Progress.silent());

    assertThat(VALIDATION.fit(recipe(30), "", Progress.silent()).rawScores())
        .isEqualTo(first.rawScores());
    assertThat(fit(30, 1, 0).modelText())
        .isEqualTo(fit(30, 1, 0).modelText())
        .contains("[num_threads: 1]");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0.37, -1.2", "2.5, 0.4"})
  void shouldFoldCalibrationIntoTheLeaves(double slope, double offset) {
    String plain = fit(25, 1, 0).modelText();
    String folded = fit(25, slope, offset).modelText();

    try (LightGbmCreditModel raw = LightGbmCreditModel.load(plain);
        LightGbmCreditModel calibrated = LightGbmCreditModel.load(folded)) {
      assertThat(calibrated.featureNames()).isEqualTo(MATRIX.dictionary().names());
      for (int row = 0; row < 200; row++) {
        double[] features = MATRIX.row(row);
        double score = calibrated.rawScore(features);
        assertThat(score).isCloseTo(slope * raw.rawScore(features) + offset, within(1e-9));
        assertThat(Arrays.stream(calibrated.contributions(features)).sum() + calibrated.baseValue())
            .isCloseTo(score, within(1e-9));
      }
    }
  }

  @Test
  void shouldCountTreesGainsAndSplits() {
    FittedModel fitted = fit(15, 1, 0);

    assertThat(fitted.trees()).isEqualTo(15);
    assertThat(fitted.modelText().lines().filter(line -> line.startsWith("Tree="))).hasSize(15);
    assertThat(fitted.gains()[0]).as("what the risk depends on").isGreaterThan(fitted.gains()[2]);
    assertThat(Arrays.stream(fitted.splits()).sum()).isPositive();
  }

  @Test
  void shouldPassOnWhatAFoldFailsOf() {
    Recipe failing = new Recipe(parameters(5), Growth.BOOSTING, new Failing());

    assertThatThrownBy(() -> VALIDATION.fit(failing, "", Progress.silent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rows");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.1, 2, 1, 0.5, 1, 0",
    "1, 0, 0.1, 2, 1, 0.5, 1, 0",
    "1, 1, 0, 2, 1, 0.5, 1, 0",
    "1, 1, NaN, 2, 1, 0.5, 1, 0",
    "1, 1, 0.1, 1, 1, 0.5, 1, 0",
    "1, 1, 0.1, 2, 0, 0.5, 1, 0",
    "1, 1, 0.1, 2, 1, 1.5, 1, 0",
    "1, 1, 0.1, 2, 1, 0.5, 0, 0",
    "1, 1, 0.1, 2, 1, 0.5, 1, -1"
  })
  void shouldRefuseParametersThatCannotBe(
      int trees,
      int stopping,
      double rate,
      int leaves,
      int minData,
      double fraction,
      double bagging,
      double lambda) {
    assertThatThrownBy(
            () ->
                new BoostingParameters(
                    trees, stopping, rate, leaves, minData, fraction, bagging, lambda, 0, true, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FittedModel fit(int trees, double slope, double offset) {
    return FinalFit.fit(BINNED, MATRIX, recipe(trees), trees, slope, offset, Progress.silent());
  }

  private static Recipe recipe(int trees) {
    return new Recipe(parameters(trees), Growth.BOOSTING, new Untreated());
  }

  private static BoostingParameters parameters(int trees) {
    return new BoostingParameters(trees, trees, 0.1, 8, 10, 0.5, 0.8, 0, 1, false, 1);
  }

  /** Rows that were treated before. */
  private record Given(TreatedRows treated) implements RowTreatment {
    @Override
    public String title() {
      return "given";
    }

    @Override
    public TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed) {
      return treated;
    }
  }

  private record Failing() implements RowTreatment {
    @Override
    public String title() {
      return "failing";
    }

    @Override
    public TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed) {
      throw new IllegalArgumentException("no rows");
    }
  }
}
