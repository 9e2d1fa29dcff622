package io.creditstream.trainer.search;

import io.creditstream.model.Probability;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.evaluation.ExpectedCost;
import io.creditstream.trainer.evaluation.RankedRows;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.fit.CrossFit;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.Growth;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.fit.RowTreatment;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Tries hyper-parameters by cross-validation. */
final class FoldTrials implements TrialRunner {

  private final CrossValidation validation;
  private final RowTreatment treatment;
  private final boolean[] defaulted;
  private final double[] costs;

  FoldTrials(
      CrossValidation validation, RowTreatment treatment, boolean[] defaulted, double[] costs) {
    this.validation = validation;
    this.treatment = treatment;
    this.defaulted = defaulted;
    this.costs = costs;
  }

  @Override
  public TrialPart run(int trial, BoostingParameters parameters, int firstFold, int folds) {
    int[] tried = IntStream.range(firstFold, firstFold + folds).toArray();
    CrossFit fit =
        validation.fit(
            new Recipe(parameters, Growth.BOOSTING, treatment), tried, "", Progress.silent());
    int[] rows =
        IntStream.range(0, defaulted.length)
            .filter(row -> !Double.isNaN(fit.rawScores()[row]))
            .toArray();
    RankedRows ranked = ranked(rows, fit.rawScores());
    return new TrialPart(
        trial,
        firstFold,
        folds,
        fit.trees(),
        Arrays.stream(tried)
            .mapToDouble(
                fold -> RocAuc.of(ranked(validation.folds().heldOut(fold), fit.rawScores())))
            .average()
            .orElse(Double.NaN),
        fit.logLoss(),
        ExpectedCost.at(ExpectedCost.cheapestThreshold(ranked), ranked),
        fit.seconds());
  }

  private RankedRows ranked(int[] rows, double[] rawScores) {
    double[] probabilities = new double[rows.length];
    boolean[] outcomes = new boolean[rows.length];
    double[] costsOfRows = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      probabilities[i] = Probability.of(rawScores[rows[i]]);
      outcomes[i] = defaulted[rows[i]];
      costsOfRows[i] = costs[rows[i]];
    }
    return RankedRows.of(probabilities, outcomes, costsOfRows);
  }
}
