package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.trainer.evaluation.CostAmounts;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.result.ImbalanceResult;
import io.creditstream.trainer.result.LocalExample;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.TrainingResult;
import io.creditstream.trainer.search.SearchBudget;
import io.creditstream.trainer.search.SearchOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TrainingResultTest {

  private static final Trained TRAINED = TestTraining.trained();
  private static final TrainingResult RESULT = TRAINED.result();

  @Test
  void shouldTakeAllFiguresFromPredictionsOutOfFold() {
    double[] probabilities = RESULT.outOfFold().probabilities();
    boolean[] defaulted = RESULT.outOfFold().defaulted();

    assertThat(RESULT.quality().auc()).isEqualTo(RocAuc.of(probabilities, defaulted));
    assertThat(RESULT.auc().value()).isEqualTo(RESULT.quality().auc());
    assertThat(RESULT.auc().low()).isLessThan(RESULT.auc().value());
    assertThat(RESULT.auc().high()).isGreaterThan(RESULT.auc().value());
    assertThat(RESULT.foldAuc()).hasSize(3);
    assertThat(TRAINED.bundle().policy().declineFrom())
        .isEqualTo(RESULT.quality().threshold())
        .isEqualTo(RESULT.costCurve().threshold().value());
    assertThat(RESULT.costCurve().cost().value()).isEqualTo(RESULT.quality().cost());
    assertThat(RESULT.costCurve().points())
        .hasSizeLessThan(210)
        .allSatisfy(
            point -> assertThat(point.cost()).isGreaterThanOrEqualTo(RESULT.quality().cost()));
  }

  @Test
  void shouldExplainRowsWithoutSayingWhose() {
    assertThat(RESULT.examples()).hasSize(3);
    for (LocalExample example : RESULT.examples()) {
      double sum =
          example.baseValue()
              + example.others()
              + example.contributions().stream()
                  .mapToDouble(LocalExample.Contribution::contribution)
                  .sum();
      assertThat(sum).isCloseTo(example.rawScore(), within(1e-9));
      assertThat(example.toString()).doesNotContain("c-");
    }
    assertThat(RESULT.examples().get(0).probability())
        .isLessThan(RESULT.quality().threshold())
        .isLessThan(RESULT.examples().get(2).probability());
  }

  @Test
  void shouldFindWhatTheRiskDependsOn() {
    assertThat(RESULT.importance()).hasSize(TRAINED.bundle().dictionary().size());
    assertThat(RESULT.importance().subList(0, 5))
        .extracting(importance -> importance.feature())
        .anyMatch(feature -> feature.startsWith("EXT_SOURCE"));
    assertThat(RESULT.partialDependence()).hasSize(8);
    assertThat(RESULT.data().rows()).isEqualTo(600);
    assertThat(RESULT.data().columns()).hasSize(TRAINED.bundle().dictionary().size());
    assertThat(RESULT.leakage().lateAuc()).isBetween(0.6, 1.0);
  }

  @Test
  void shouldCompareTreatmentsAndModelsOnTheSameFolds() {
    TrainingOptions standard = TestTraining.options(5);
    TrainingOptions options =
        new TrainingOptions(
            5,
            3,
            standard.boosting(),
            new CostAmounts(0.6, 0.1),
            ProtectedFeatures.NONE,
            new SearchOptions(new SearchBudget.Trials(3), Optional.empty(), false),
            true);

    Trained trained =
        train(options, TestDossiers.of(300, 5), List.of(KaggleTable.POS_CASH_BALANCE));

    TrainingResult result = trained.result();
    assertThat(result.imbalance())
        .extracting(ImbalanceResult::method)
        .containsExactly("none", "class weights", "undersampling", "SMOTE");
    assertThat(result.imbalance()).filteredOn(ImbalanceResult::chosen).hasSize(1);
    assertThat(result.models())
        .extracting(ModelResult::name)
        .hasSize(6)
        .contains("dummy (same for all)", "logistic regression (Tribuo)");
    assertThat(result.models().get(0).quality().auc()).isEqualTo(0.5);
    assertThat(result.trials()).hasSize(3);
    assertThat(result.costCurve().unit()).isEqualTo("currency of the loans");
    assertThat(result.quality().cost()).isGreaterThan(100);
    assertThat(TrainingReport.of(trained)).contains("SMOTE", "dummy", "AUC", "currency");
    assertThat(result.data().missingTables()).containsExactly("POS_CASH_balance");
    assertThat(trained.bundle().dictionary().entries())
        .extracting(FeatureEntry::source)
        .doesNotContain(Topics.POS_CASH_BALANCES.name())
        .contains(Topics.BUREAU_CREDITS.name());
    assertThat(trained.bundle().dictionary().names())
        .doesNotContain("CODE_GENDER", "DAYS_BIRTH", "NAME_FAMILY_STATUS");
  }

  @Test
  void shouldWarnLoudlyOfAModelThatIsTooGoodToBeTrue() {
    DossierSource tooEasy = new TestDossiers(400, 5, (index, risk) -> risk > 1);

    Trained trained = TestTraining.train(5, tooEasy);

    assertThat(trained.result().quality().auc()).isGreaterThan(0.82);
    assertThat(trained.result().leakage().suspected()).isTrue();
    assertThat(TrainingReport.warnings(trained.result()).get(0))
        .startsWith("TOO GOOD TO BE TRUE")
        .contains("EXT_SOURCE");
  }

  @Test
  void shouldRefuseAClientWhoStandsTwice() {
    DossierSource twice = new Twice(TestDossiers.of(100, 5));

    assertThatThrownBy(() -> TestTraining.train(5, twice))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("keep one row a client");
  }

  private static Trained train(
      TrainingOptions options, DossierSource dossiers, List<KaggleTable> missing) {
    return new Trainer(options, TestTraining.CLOCK, Progress.silent())
        .train(new TrainingInput(dossiers, missing, null));
  }

  /** The same dossiers, the first once more at the end. */
  private record Twice(DossierSource dossiers) implements DossierSource {
    @Override
    public long size() {
      return dossiers.size() + 1;
    }

    @Override
    public Dossier dossier(long index, Instant submittedAt) {
      return dossiers.dossier(index % dossiers.size(), submittedAt);
    }

    @Override
    public void forEach(Consumer<Dossier> consumer) {
      dossiers.forEach(consumer);
      consumer.accept(dossiers.dossier(0, TestDossiers.SUBMITTED));
    }
  }
}
