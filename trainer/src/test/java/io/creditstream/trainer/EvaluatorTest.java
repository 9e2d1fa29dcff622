package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.evaluation.Evaluation;
import io.creditstream.trainer.report.RunDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

  private static final Bundle BUNDLE = TestTraining.bundle();

  @Test
  void shouldAgreeWithLightGbmOnOtherLoans() {
    Evaluation evaluation = evaluate(BUNDLE, TestDossiers.of(300, 77));

    assertThat(evaluation.greatestDifference()).isZero();
    assertThat(evaluation.rows()).isEqualTo(300);
    assertThat(evaluation.quality().auc()).isGreaterThan(0.7);
    assertThat(evaluation.threshold()).isEqualTo(BUNDLE.policy().declineFrom());
    assertThat(evaluation.intervals()).containsKeys("AUC", "PR-AUC", "KS", "Gini", "Brier", "cost");
    assertThat(EvaluationReport.of(evaluation)).contains("AUC", "declined", "own raw scores: 0.0");
  }

  @Test
  void shouldWarnIfTheModelWasTrainedOnTheSameClients() {
    Bundle documented = BUNDLE.with(RunDocuments.of(TestTraining.trained().result(), BUNDLE));

    Evaluation evaluation = evaluate(documented, TestDossiers.of(300, 77));

    assertThat(evaluation.known()).as("the same ids").isEqualTo(300);
    assertThat(EvaluationReport.warnings(evaluation))
        .singleElement()
        .asString()
        .contains("at least 300 of these clients");
  }

  @Test
  void shouldWarnIfTheBundleDoesNotTellWhomItKnows() {
    Evaluation evaluation = evaluate(BUNDLE, TestDossiers.of(300, 77));

    assertThat(evaluation.known()).isNull();
    assertThat(EvaluationReport.warnings(evaluation))
        .singleElement()
        .asString()
        .contains("does not tell");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldRequireBothOutcomes(boolean defaulted) {
    TestDossiers dossiers = new TestDossiers(50, 5, (index, risk) -> defaulted);

    assertThatThrownBy(() -> evaluate(BUNDLE, dossiers))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "an evaluation needs repaid and defaulted loans; there are %d and %d",
            defaulted ? 0 : 50, defaulted ? 50 : 0);
  }

  @Test
  void shouldRequireOutcomes() {
    TestDossiers dossiers = new TestDossiers(50, 5, (index, risk) -> null);

    assertThatThrownBy(() -> evaluate(BUNDLE, dossiers))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("give the table a column TARGET");
  }

  private static Evaluation evaluate(Bundle bundle, TestDossiers dossiers) {
    return new Evaluator(CostModel.STANDARD, 1, Progress.silent()).evaluate(bundle, dossiers);
  }
}
