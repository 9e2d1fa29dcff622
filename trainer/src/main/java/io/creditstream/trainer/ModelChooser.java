package io.creditstream.trainer;

import io.creditstream.trainer.compare.ImbalanceComparison;
import io.creditstream.trainer.compare.ModelComparison;
import io.creditstream.trainer.compare.ScoredRows;
import io.creditstream.trainer.fit.BinnedRows;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.fit.CrossValidation;
import io.creditstream.trainer.fit.Growth;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.imbalance.Untreated;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.RowSample;
import io.creditstream.trainer.result.ImbalanceResult;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.Trial;
import io.creditstream.trainer.search.ParameterSearch;
import io.creditstream.trainer.search.SearchResult;
import java.util.Arrays;
import java.util.List;

/** Searches and compares as far as it is asked to, and says how the model is made. */
final class ModelChooser {

  /** Comparisons are made on at most so many rows; the differences that matter show by then. */
  private static final int MOST_ROWS_TO_COMPARE = 30_000;

  private final TrainingOptions options;
  private final BinnedRows binned;
  private final FeatureMatrix matrix;
  private final Folds folds;
  private final double[] costs;
  private final Progress progress;

  /**
   * @param costs of the wrong decision about each row
   */
  ModelChooser(
      TrainingOptions options,
      BinnedRows binned,
      FeatureMatrix matrix,
      Folds folds,
      double[] costs,
      Progress progress) {
    this.options = options;
    this.binned = binned;
    this.matrix = matrix;
    this.folds = folds;
    this.costs = costs;
    this.progress = progress;
  }

  ModelChoice choose() {
    CrossValidation validation = new CrossValidation(binned, matrix, folds);
    SearchResult search =
        new ParameterSearch(options.search(), progress)
            .run(options.boosting(), validation, matrix, new Untreated(), costs);
    if (!options.compare()) {
      return choice(
          validation, search.best(), new Untreated(), search.trials(), List.of(), List.of());
    }
    int[] rows = RowSample.of(matrix.rows(), MOST_ROWS_TO_COMPARE, options.seed());
    boolean all = rows.length == matrix.rows();
    FeatureMatrix sample = all ? matrix : matrix.select(rows);
    double[] sampleCosts = Arrays.stream(rows).mapToDouble(row -> costs[row]).toArray();
    try (BinnedRows sampleBinned = all ? binned.subset(rows) : BinnedRows.of(sample)) {
      CrossValidation compared = new CrossValidation(sampleBinned, sample, folds.select(rows));
      ScoredRows scored = new ScoredRows(sample.defaulted(), sampleCosts);
      ImbalanceComparison imbalance =
          ImbalanceComparison.run(compared, search.best(), scored, progress);
      List<ModelResult> models =
          new ModelComparison(compared, sampleBinned, sample, scored, progress)
              .run(search.best(), imbalance.untreated());
      return choice(
          validation,
          search.best(),
          imbalance.chosen(),
          search.trials(),
          imbalance.results(),
          models);
    }
  }

  private ModelChoice choice(
      CrossValidation validation,
      BoostingParameters parameters,
      RowTreatment treatment,
      List<Trial> trials,
      List<ImbalanceResult> imbalance,
      List<ModelResult> models) {
    Recipe recipe = new Recipe(parameters, Growth.BOOSTING, treatment);
    return new ModelChoice(
        recipe, validation.fit(recipe, "Cross-validating", progress), trials, imbalance, models);
  }
}
