package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.VerifiedModel;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.explain.Dependences;
import io.creditstream.trainer.explain.Examples;
import io.creditstream.trainer.explain.Importances;
import io.creditstream.trainer.fairness.Fairness;
import io.creditstream.trainer.fit.BinnedRows;
import io.creditstream.trainer.fit.FinalFit;
import io.creditstream.trainer.fit.FittedModel;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.leakage.LeakageGuard;
import io.creditstream.trainer.leakage.SplitById;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.LabelledRows;
import io.creditstream.trainer.matrix.RowSample;
import io.creditstream.trainer.result.FeatureImportance;
import io.creditstream.trainer.result.FeatureShift;
import io.creditstream.trainer.result.LeakageCheck;
import io.creditstream.trainer.result.OutOfFold;
import io.creditstream.trainer.result.RunInfo;
import io.creditstream.trainer.result.TrainingResult;
import io.creditstream.trainer.shift.Shift;
import io.creditstream.trainer.summary.DataSummaries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what a run found out, and looks into the model that it made. */
final class ResultAssembler {

  private static final int SAMPLE_TO_EXPLAIN = 400;
  private static final int SAMPLE_OF_DEPENDENCE = 150;

  private final TrainingOptions options;
  private final LabelledRows rows;
  private final Folds folds;
  private final ModelChoice choice;
  private final Judgement judgement;
  private final FittedModel fitted;
  private final Progress progress;

  ResultAssembler(
      TrainingOptions options,
      LabelledRows rows,
      Folds folds,
      ModelChoice choice,
      Judgement judgement,
      FittedModel fitted,
      Progress progress) {
    this.options = options;
    this.rows = rows;
    this.folds = folds;
    this.choice = choice;
    this.judgement = judgement;
    this.fitted = fitted;
    this.progress = progress;
  }

  TrainingResult result(
      TrainingInput input, Bundle bundle, BinnedRows binned, Instant start, Clock clock) {
    FeatureMatrix matrix = rows.matrix();
    LeakageCheck leakage =
        LeakageGuard.check(
            matrix, judgement.quality().auc(), lateAuc(matrix, binned), options.seed());
    int[] explained = RowSample.of(matrix.rows(), SAMPLE_TO_EXPLAIN, options.seed());
    int[] averaged = RowSample.of(matrix.rows(), SAMPLE_OF_DEPENDENCE, options.seed());
    double threshold = judgement.quality().threshold();
    try (CreditModel model = VerifiedModel.verify(bundle).newSession()) {
      progress.at("Explaining", 0, 3);
      List<FeatureImportance> importance = Importances.of(fitted, model, matrix, explained);
      progress.at("Explaining", 2, 3);
      var dependence = Dependences.of(importance, model, matrix, averaged);
      progress.at("Explaining", 3, 3);
      return new TrainingResult(
          run(start, clock),
          DataSummaries.of(matrix, input.missingTableNames()),
          choice.imbalance(),
          choice.models(),
          choice.trials(),
          new OutOfFold(
              matrix.clientIds(), folds.ofRow(), matrix.defaulted(), judgement.probabilities()),
          judgement.quality(),
          judgement.auc(),
          judgement.foldAuc(),
          judgement.calibration(),
          judgement.costCurve(),
          importance,
          dependence,
          new Examples(model, matrix).of(explained, threshold),
          Fairness.of(rows.applicants(), judgement.probabilities(), matrix.defaulted(), threshold),
          leakage,
          shift(input.applications(), bundle, model));
    }
  }

  private List<FeatureShift> shift(
      @Nullable DossierSource applications, Bundle bundle, CreditModel model) {
    return applications == null ? List.of() : Shift.of(bundle, model, applications, progress);
  }

  private RunInfo run(Instant start, Clock clock) {
    return new RunInfo(
        start,
        Duration.between(start, clock.instant()),
        options.seed(),
        options.folds(),
        options.settings(),
        choice.recipe().parameters().byName(),
        fitted.trees());
  }

  /** Of a model like the chosen one that is fitted to the smaller client ids, on the others. */
  private double lateAuc(FeatureMatrix matrix, BinnedRows binned) {
    SplitById split = SplitById.of(matrix.clientIds());
    FittedModel early =
        FinalFit.fit(
            binned,
            matrix,
            choice.recipe(),
            split.early(),
            fitted.trees(),
            1,
            0,
            (task, done, total) -> progress.at("Checking for leaks", done, total));
    double[] scores = new double[split.late().length];
    boolean[] defaulted = new boolean[scores.length];
    try (CreditModel model = LightGbmCreditModel.load(early.modelText())) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] = model.rawScore(matrix.row(split.late()[i]));
        defaulted[i] = matrix.defaulted()[split.late()[i]];
      }
    }
    return RocAuc.of(scores, defaulted);
  }
}
