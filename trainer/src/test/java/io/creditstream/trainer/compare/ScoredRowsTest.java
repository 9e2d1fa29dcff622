package io.creditstream.trainer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.trainer.Progress;
import io.creditstream.trainer.TestMatrix;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoredRowsTest {

  @Test
  void shouldTellWhatIsCheaperFromWhatIsChance() {
    int rows = 4000;
    Random random = new Random(1);
    boolean[] defaulted = new boolean[rows];
    double[] good = new double[rows];
    double[] alike = new double[rows];
    double[] poor = new double[rows];
    for (int row = 0; row < rows; row++) {
      defaulted[row] = random.nextInt(10) == 0;
      good[row] = (defaulted[row] ? 1 : 0) + random.nextGaussian();
      alike[row] = good[row] + 0.02 * random.nextGaussian();
      poor[row] = random.nextGaussian();
    }
    double[] costs = CostModel.STANDARD.ofWrongDecisions(defaulted, new double[rows]);
    ScoredRows scored = new ScoredRows(defaulted, costs);

    assertThat(scored.clearlyCheaper(good, poor)).isTrue();
    assertThat(scored.clearlyCheaper(poor, good)).isFalse();
    assertThat(scored.clearlyCheaper(alike, good)).isFalse();
    assertThat(scored.clearlyCheaper(good, good)).isFalse();
  }

  @Test
  void shouldFitLogisticRegressionWithoutTheRowsThatItScores() {
    FeatureMatrix matrix = TestMatrix.random(3000, 1);
    Folds folds = Folds.stratified(matrix.clientIds(), matrix.defaulted(), 3, 1);

    double[] scores =
        LogisticRegression.crossValidate(matrix, folds, Progress.silent()).rawScores();

    // The best that the true risk allows is about 0.87.
    assertThat(RocAuc.of(scores, matrix.defaulted())).isBetween(0.82, 0.92);
    assertThat(LogisticRegression.crossValidate(matrix, folds, Progress.silent()).rawScores())
        .as("the same in every run")
        .isEqualTo(scores);
  }
}
