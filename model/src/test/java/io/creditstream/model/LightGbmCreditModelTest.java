package io.creditstream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LightGbmCreditModelTest {

  @Test
  void shouldKnowItsFeatures() {
    try (LightGbmCreditModel model = LightGbmCreditModel.load(TestModel.text())) {
      assertThat(model.featureCount()).isEqualTo(TestModel.FEATURES);
      assertThat(model.featureNames()).isEqualTo(TestModel.dictionary().names());
    }
  }

  @Test
  void shouldRefuseRowOfAnotherLength() {
    try (CreditModel model = LightGbmCreditModel.load(TestModel.text())) {
      for (int length : new int[] {0, 3, 5}) {
        double[] row = new double[length];

        assertThatThrownBy(() -> model.rawScore(row))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the model takes 4 features, not " + length);
        assertThatThrownBy(() -> model.contributions(row))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void shouldRefuseTextThatIsNoModel() {
    assertThatThrownBy(() -> LightGbmCreditModel.load("no model"))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessage("LightGBM does not take the model");
  }

  @Test
  void shouldGiveContributionsThatSumToTheRawScore() {
    try (CreditModel model = LightGbmCreditModel.load(TestModel.text())) {
      for (double[] row : TestModel.rows(3000, 17)) {
        double rawScore = model.rawScore(row);

        double[] contributions = model.contributions(row);

        assertThat(contributions).hasSize(TestModel.FEATURES);
        assertThat(model.baseValue() + Arrays.stream(contributions).sum())
            .as("row of seed 17: %s", Arrays.toString(row))
            .isCloseTo(rawScore, within(1e-9 * Math.max(1, Math.abs(rawScore))));
      }
    }
  }

  @Test
  void shouldUseEveryFeatureAndBothWaysOfMissing() {
    try (CreditModel model = LightGbmCreditModel.load(TestModel.text())) {
      double[] usual = {500_000, 1, 0.5, -12_000};

      assertThat(model.rawScore(new double[] {500_000, 2, 0.5, -12_000}))
          .isNotEqualTo(model.rawScore(usual));
      assertThat(model.rawScore(new double[] {500_000, 1, 0.1, -12_000}))
          .isGreaterThan(model.rawScore(usual));
      assertThat(model.rawScore(new double[] {500_000, -1, 0.5, -12_000})).isFinite();
      assertThat(model.rawScore(new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}))
          .isFinite();
    }
  }

  @Test
  void shouldHaveBaseValueThatNoRowChanges() {
    try (CreditModel model = LightGbmCreditModel.load(TestModel.text());
        CreditModel other = LightGbmCreditModel.load(TestModel.text())) {
      double before = model.baseValue();
      model.contributions(TestModel.rows(1, 5)[0]);

      assertThat(model.baseValue()).isFinite().isNotZero().isEqualTo(before);
      assertThat(other.baseValue()).isEqualTo(before);
    }
  }

  @Test
  void shouldGiveTheSameBitsInSessionsOfFourThreads() throws Exception {
    double[][] rows = TestModel.rows(1500, 23);
    List<double[]> alone = answers(rows);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<double[]>>> answers = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        answers.add(threads.submit(() -> answers(rows)));
      }

      for (Future<List<double[]>> answer : answers) {
        List<double[]> given = answer.get();
        for (int i = 0; i < rows.length; i++) {
          assertThat(given.get(i)).containsExactly(alone.get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Raw score and contributions of each row, by a model that is loaded for it again and again. */
  private static List<double[]> answers(double[][] rows) {
    List<double[]> answers = new ArrayList<>();
    for (int start = 0; start < rows.length; start += 100) {
      try (CreditModel model = LightGbmCreditModel.load(TestModel.text())) {
        for (double[] row : Arrays.copyOfRange(rows, start, start + 100)) {
          double[] answer = Arrays.copyOf(model.contributions(row), TestModel.FEATURES + 1);
          answer[TestModel.FEATURES] = model.rawScore(row);
          answers.add(answer);
        }
      }
    }
    return answers;
  }
}
