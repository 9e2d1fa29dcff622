package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.model.VerifiedModel;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.search.SearchOptions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {

  private static final int ROWS = 600;

  @Test
  void shouldMakeTheSameModelOfTheSameSeed() {
    Bundle first = TestTraining.train(5, TestDossiers.of(ROWS, 5)).bundle();
    Bundle second = TestTraining.train(5, TestDossiers.of(ROWS, 5)).bundle();
    Bundle other = TestTraining.train(6, TestDossiers.of(ROWS, 5)).bundle();

    assertThat(BundleArchive.toBytes(second)).isEqualTo(BundleArchive.toBytes(first));
    assertThat(other.manifest().modelSha256()).isNotEqualTo(first.manifest().modelSha256());
  }

  @Test
  void shouldMakeBundleThatPassesItsOwnChecks() {
    Bundle bundle = TestTraining.bundle();

    Bundle read = BundleArchive.fromBytes(BundleArchive.toBytes(bundle));

    assertThat(VerifiedModel.verify(read).bundle().selfTest().rows()).hasSize(20);
    assertThat(bundle.manifest().createdAt()).isEqualTo(TestTraining.CLOCK.instant());
    assertThat(bundle.dictionary().names())
        .hasSize(FeatureCatalog.standard().trainable().size())
        .doesNotContain("CODE_GENDER");
  }

  @Test
  void shouldUseGenderOnlyWhenAskedTo() {
    TrainingOptions options =
        new TrainingOptions(
            5,
            3,
            TestTraining.parameters(5),
            CostModel.STANDARD,
            ProtectedFeatures.ALL,
            SearchOptions.NONE,
            false);

    Bundle bundle =
        new Trainer(options, TestTraining.CLOCK, Progress.silent())
            .train(new TrainingInput(TestDossiers.of(200, 5), List.of()))
            .bundle();

    assertThat(bundle.dictionary().names())
        .hasSize(FeatureCatalog.standard().definitions().size())
        .contains("CODE_GENDER");
  }

  @Test
  void shouldLeaveOutTheFeaturesOfAbsentTables() {
    List<KaggleTable> absent = List.of(KaggleTable.BUREAU_BALANCE, KaggleTable.CREDIT_CARD_BALANCE);

    Trained trained =
        TestTraining.trainer(5).train(new TrainingInput(TestDossiers.of(200, 5), absent));

    assertThat(trained.bundle().dictionary().names())
        .contains("BUREAU_COUNT", "POS_COUNT")
        .doesNotContain("BUREAU_LATE_MONTHS_SUM", "CARD_COUNT", "CARD_LIMIT_TO_INCOME");
    assertThat(trained.result().data().missingTables())
        .containsExactly("bureau_balance", "credit_card_balance");
  }

  @Test
  void shouldLearnWhatTheRiskDependsOn() {
    TrainingSummary summary = TestTraining.bundle().summary();

    assertThat(summary.auc()).isGreaterThan(0.7).isLessThan(1);
    assertThat(summary.costPerApplication()).isLessThan(10 * summary.defaultRate());
  }

  @Test
  void shouldSumUpPredictionsOutOfFold() {
    TrainingSummary summary = TestTraining.bundle().summary();

    long approvedOrDeclined =
        summary.truePositives()
            + summary.falsePositives()
            + summary.trueNegatives()
            + summary.falseNegatives();
    assertThat(summary.trainingRows()).isEqualTo(ROWS);
    assertThat(summary.holdoutRows()).isEqualTo(ROWS).isEqualTo(approvedOrDeclined);
    assertThat(summary.accuracy())
        .isEqualTo((summary.truePositives() + summary.trueNegatives()) / (double) ROWS);
    assertThat(summary.costPerApplication())
        .isCloseTo(
            (10 * summary.falseNegatives() + summary.falsePositives()) / (double) ROWS,
            within(1e-12));
    assertThat(summary.trees()).isBetween(1, 20);
    assertThat(summary.seed()).isEqualTo(5);
  }

  @Test
  void shouldDecideByTheThresholdOfTheSummary() {
    Bundle bundle = TestTraining.bundle();

    assertThat(bundle.policy().declineFrom())
        .isBetween(0.0, 1.0)
        .isEqualTo(bundle.policy().referFrom())
        .isEqualTo(bundle.summary().threshold());
  }

  @Test
  void shouldProfileEveryRowForEveryFeatureAndForTheScore() {
    Bundle bundle = TestTraining.bundle();

    assertThat(bundle.profile().rows()).isEqualTo(ROWS);
    assertThat(bundle.profile().features())
        .extracting(FeatureProfile::name)
        .isEqualTo(bundle.dictionary().names());
    assertThat(bundle.profile().features())
        .allSatisfy(feature -> assertThat(rows(feature)).as(feature.name()).isEqualTo(ROWS));
    assertThat(rows(bundle.profile().score())).isEqualTo(ROWS);
    assertThat(bundle.profile().score().missing()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "9, 100", "100, 9", "100, 0"})
  void shouldRequireTwoClasses(int repaid, int defaulted) {
    TestDossiers dossiers =
        new TestDossiers(repaid + defaulted, 5, (index, risk) -> index >= repaid);

    assertThatThrownBy(() -> TestTraining.train(5, dossiers))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "training needs at least 10 repaid and 10 defaulted loans; there are %d and %d",
            repaid, defaulted);
  }

  @Test
  void shouldTrainOnTheFewestRowsThatItTakes() {
    TestDossiers dossiers = new TestDossiers(20, 5, (index, risk) -> index % 2 == 0);

    Bundle bundle = TestTraining.train(5, dossiers).bundle();

    assertThat(bundle.summary().holdoutRows()).isEqualTo(20);
    VerifiedModel.verify(bundle);
  }

  @Test
  void shouldRequireOutcomes() {
    TestDossiers dossiers = new TestDossiers(50, 5, (index, risk) -> null);

    assertThatThrownBy(() -> TestTraining.train(5, dossiers))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "the outcomes of the loans are unknown: give the table a column TARGET, 1 for a default");
  }

  @Test
  void shouldTellHowFarItIs() {
    RecordedProgress progress = new RecordedProgress();

    new Trainer(TestTraining.options(5), TestTraining.CLOCK, progress)
        .train(new TrainingInput(TestDossiers.of(250, 5), List.of()));

    assertThat(progress.tasks())
        .containsExactly(
            "Reading levels",
            "Computing features",
            "Cross-validating",
            "Fitting to all rows",
            "Checking for leaks",
            "Explaining");
    assertThat(progress.done("Computing features")).containsExactly(100L, 200L, 250L);
    assertThat(progress.done("Cross-validating")).isSorted().endsWith(20L);
    assertThat(progress.total("Cross-validating")).isEqualTo(20);
  }

  private static long rows(FeatureProfile profile) {
    if (profile instanceof NumericProfile numeric) {
      return Arrays.stream(numeric.psiCounts()).sum() + numeric.missing();
    }
    CategoryProfile category = (CategoryProfile) profile;
    return Arrays.stream(category.counts()).sum() + category.missing();
  }
}
