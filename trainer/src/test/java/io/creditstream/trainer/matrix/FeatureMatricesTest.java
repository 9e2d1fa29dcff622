package io.creditstream.trainer.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.RecordedProgress;
import io.creditstream.trainer.TestDossiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatricesTest {

  private static final TestDossiers DOSSIERS = TestDossiers.of(230, 7);

  @Test
  void shouldHoldWhatTheExtractorComputes() {
    FeatureDictionary dictionary = dictionary(Progress.silent());

    FeatureMatrix matrix =
        FeatureMatrices.labelled(dictionary, DOSSIERS, Progress.silent()).matrix();

    FeatureExtractor extractor = new FeatureExtractor(dictionary);
    assertThat(matrix.rows()).isEqualTo(230);
    for (int row = 0; row < matrix.rows(); row++) {
      Dossier dossier = DOSSIERS.dossier(row, TestDossiers.SUBMITTED);
      assertThat(matrix.clientIds().get(row)).isEqualTo(dossier.application().getClientId());
      assertThat(matrix.defaulted()[row]).isEqualTo(dossier.defaulted());
      assertThat(matrix.row(row))
          .containsExactly(extractor.extract(dossier.application(), dossier.history()));
    }
  }

  @Test
  void shouldFreezeTheLevelsInAlphabeticalOrder() {
    FeatureDictionary dictionary = dictionary(Progress.silent());

    assertThat(dictionary.get(dictionary.indexOf("NAME_CONTRACT_TYPE")).levels())
        .containsExactly("Cash loans", "Revolving loans");
  }

  @Test
  void shouldTellProgressEveryHundredRowsAndAtTheEnd() {
    RecordedProgress progress = new RecordedProgress();

    FeatureMatrices.labelled(dictionary(progress), DOSSIERS, progress);

    for (String task : List.of("Reading levels", "Computing features")) {
      assertThat(progress.done(task)).containsExactly(100L, 200L, 230L);
      assertThat(progress.total(task)).isEqualTo(230);
    }
  }

  @Test
  void shouldSayHowLargeItIsAndNotWhatItHolds() {
    FeatureDictionary dictionary = dictionary(Progress.silent());
    FeatureMatrix matrix =
        FeatureMatrices.labelled(dictionary, DOSSIERS, Progress.silent()).matrix();

    assertThat(matrix).hasToString("FeatureMatrix[230 rows, %d features]", dictionary.size());
    assertThatThrownBy(
            () -> new FeatureMatrix(dictionary, List.of(), new double[1][0], new boolean[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FeatureDictionary dictionary(Progress progress) {
    return FeatureMatrices.dictionary(FeatureCatalog.standard().trainable(), DOSSIERS, progress);
  }
}
