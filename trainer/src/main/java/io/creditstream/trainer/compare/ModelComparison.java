package io.creditstream.trainer.compare;

import io.creditstream.model.CreditModel;
import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.calibration.PlattScaling;
import io.creditstream.trainer.fit.BinnedRows;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.fit.CrossFit;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.FinalFit;
import io.creditstream.trainer.fit.FittedModel;
import io.creditstream.trainer.fit.Growth;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.imbalance.Untreated;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.result.ModelResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares kinds of models on the same folds. */
public final class ModelComparison {

  private static final int TIMED_ROWS = 300;

  private final CrossValidation validation;
  private final BinnedRows binned;
  private final FeatureMatrix matrix;
  private final ScoredRows rows;
  private final Progress progress;

  public ModelComparison(
      CrossValidation validation,
      BinnedRows binned,
      FeatureMatrix matrix,
      ScoredRows rows,
      Progress progress) {
    this.validation = validation;
    this.binned = binned;
    this.matrix = matrix;
    this.rows = rows;
    this.progress = progress;
  }

  /**
   * Tries all kinds, the simplest first.
   *
   * @param boosting the parameters of the chosen model
   * @param boosted its scores out of fold
   */
  public List<ModelResult> run(BoostingParameters boosting, CrossFit boosted) {
    List<ModelResult> results = new ArrayList<>();
    results.add(dummy());
    results.add(logistic());
    BoostingParameters forest = forest(boosting);
    results.add(
        trees("random forest (LightGBM)", new Recipe(forest, Growth.FOREST, new Untreated())));
    results.add(
        trees(
            "boosting, one-sided sampling",
            new Recipe(boosting.withoutBagging(), Growth.ONE_SIDED_SAMPLING, new Untreated())));
    boolean random = boosting.randomThresholds();
    results.add(
        trees(
            title(!random),
            new Recipe(boosting.withRandomThresholds(!random), Growth.BOOSTING, new Untreated())));
    results.add(
        result(
            title(random) + " (chosen)",
            new Recipe(boosting, Growth.BOOSTING, new Untreated()),
            boosted));
    return results;
  }

  private static String title(boolean randomThresholds) {
    return "boosting, " + (randomThresholds ? "random" : "best") + " thresholds";
  }

  /** The share of defaults for everybody. */
  private ModelResult dummy() {
    double defaults = 0;
    for (boolean outcome : matrix.defaulted()) {
      defaults += outcome ? 1 : 0;
    }
    double[] scores = new double[matrix.rows()];
    Arrays.fill(scores, StrictMath.log(defaults / (scores.length - defaults)));
    return new ModelResult(
        "dummy (same for all)", rows.quality(scores, PlattScaling.IDENTITY), 0, 0);
  }

  private ModelResult logistic() {
    LogisticRegression.Scores scores =
        LogisticRegression.crossValidate(matrix, validation.folds(), progress);
    return new ModelResult(
        "logistic regression (Tribuo)",
        rows.quality(scores.rawScores()),
        scores.fitSeconds(),
        scores.scoreMicros());
  }

  private ModelResult trees(String name, Recipe recipe) {
    return result(name, recipe, validation.fit(recipe, "Comparing: " + name, progress));
  }

  private ModelResult result(String name, Recipe recipe, CrossFit fit) {
    return new ModelResult(
        name, rows.quality(fit.rawScores()), fit.seconds(), scoreMicros(recipe, fit.trees()));
  }

  /** Of single rows, one after the other, by LightGBM. */
  private double scoreMicros(Recipe recipe, int trees) {
    FittedModel fitted = FinalFit.fit(binned, matrix, recipe, trees, 1, 0, Progress.silent());
    int count = Math.min(TIMED_ROWS, matrix.rows());
    try (CreditModel model = LightGbmCreditModel.load(fitted.modelText())) {
      for (int row = 0; row < count; row++) {
        model.rawScore(matrix.row(row));
      }
      double[][] vectors = new double[count][];
      for (int row = 0; row < count; row++) {
        vectors[row] = matrix.row(row);
      }
      long start = System.nanoTime();
      for (double[] vector : vectors) {
        model.rawScore(vector);
      }
      return (System.nanoTime() - start) / 1e3 / count;
    }
  }

  /** Many deep trees, each on the rows of a bootstrap sample; their number is not chosen. */
  private static BoostingParameters forest(BoostingParameters boosting) {
    int trees = Math.min(200, boosting.maxTrees());
    return new BoostingParameters(
        trees, trees, 0.1, 64, 20, 0.3, 0.632, 0, 0, false, boosting.seed());
  }
}
