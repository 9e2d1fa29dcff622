package io.creditstream.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.RecordedProgress;
import io.creditstream.trainer.TestDossiers;
import io.creditstream.trainer.TestTraining;
import io.creditstream.trainer.matrix.FeatureMatrices;
import io.creditstream.trainer.matrix.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientBoostingTest {

  private static final FeatureMatrix MATRIX = matrix();
  private static final Split SPLIT = Split.stratified(MATRIX.defaulted(), 1);

  @Test
  void shouldKeepAsManyTreesAsItSays() {
    FittedModel fitted = fit(TestTraining.parameters(1), new RecordedProgress());

    assertThat(fitted.trees()).isBetween(1, 20);
    assertThat(fitted.modelText().lines().filter(line -> line.startsWith("Tree=")))
        .hasSize(fitted.trees());
    try (LightGbmCreditModel model = LightGbmCreditModel.load(fitted.modelText())) {
      assertThat(model.featureNames()).isEqualTo(MATRIX.dictionary().names());
    }
  }

  @Test
  void shouldStopWhenTreesNoLongerImprove() {
    BoostingParameters greedy = new BoostingParameters(400, 5, 0.5, 31, 1, 1, 0, 1);
    RecordedProgress progress = new RecordedProgress();

    FittedModel fitted = fit(greedy, progress);

    long grown = progress.done("Growing trees").size() - 1;
    assertThat(grown).isLessThan(400).isEqualTo(fitted.trees() + 5);
  }

  @Test
  void shouldGiveTheSameModelOfTheSameSeed() {
    String first = fit(TestTraining.parameters(1), new RecordedProgress()).modelText();

    assertThat(fit(TestTraining.parameters(1), new RecordedProgress()).modelText())
        .isEqualTo(first);
    assertThat(fit(TestTraining.parameters(-2), new RecordedProgress()).modelText())
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.1, 2, 1, 0.5",
    "1, 0, 0.1, 2, 1, 0.5",
    "1, 1, 0, 2, 1, 0.5",
    "1, 1, NaN, 2, 1, 0.5",
    "1, 1, 0.1, 1, 1, 0.5",
    "1, 1, 0.1, 2, 0, 0.5",
    "1, 1, 0.1, 2, 1, 1.5"
  })
  void shouldRefuseParametersThatCannotBe(
      int trees, int stopping, double rate, int leaves, int minData, double fraction) {
    assertThatThrownBy(
            () -> new BoostingParameters(trees, stopping, rate, leaves, minData, fraction, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FittedModel fit(BoostingParameters parameters, Progress progress) {
    return new GradientBoosting(parameters)
        .fit(MATRIX, SPLIT.training(), SPLIT.validation(), progress);
  }

  private static FeatureMatrix matrix() {
    TestDossiers dossiers = TestDossiers.of(400, 3);
    FeatureDictionary dictionary =
        FeatureMatrices.dictionary(
            FeatureCatalog.standard().trainable(), dossiers, Progress.silent());
    return FeatureMatrices.labelled(dictionary, dossiers, Progress.silent());
  }
}
