package io.creditstream.trainer.fit;

import io.creditstream.trainer.Progress;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Fits a model for each fold, all in step, and stops when their mean log-loss on the rows held out
 * no longer falls. All folds have the same number of trees: it is the one thing that is chosen by
 * the rows held out, and one number chosen by all of them flatters their scores far less than one
 * chosen for each fold.
 */
public final class CrossValidation {

  private final BinnedRows binned;
  private final FeatureMatrix matrix;
  private final Folds folds;

  public CrossValidation(BinnedRows binned, FeatureMatrix matrix, Folds folds) {
    this.binned = binned;
    this.matrix = matrix;
    this.folds = folds;
  }

  public Folds folds() {
    return folds;
  }

  /** Fits all folds. */
  public CrossFit fit(Recipe recipe, String task, Progress progress) {
    return fit(recipe, IntStream.range(0, folds.count()).toArray(), task, progress);
  }

  /**
   * Fits some of the folds.
   *
   * @param task what it is called to the one who watches
   */
  public CrossFit fit(Recipe recipe, int[] tried, String task, Progress progress) {
    long start = System.nanoTime();
    List<FoldRun> runs = new ArrayList<>();
    try (Workers workers = Workers.upTo(tried.length)) {
      List<Callable<FoldRun>> starts = new ArrayList<>();
      for (int fold : tried) {
        starts.add(() -> FoldRun.start(binned, matrix, folds, fold, recipe));
      }
      runs.addAll(workers.all(starts));
      return grow(runs, recipe.parameters(), workers, start, task, progress);
    } finally {
      runs.forEach(FoldRun::close);
    }
  }

  private CrossFit grow(
      List<FoldRun> runs,
      BoostingParameters parameters,
      Workers workers,
      long start,
      String task,
      Progress progress) {
    List<Callable<Double>> steps = new ArrayList<>();
    runs.forEach(run -> steps.add(run::grow));
    double[] scores = new double[matrix.rows()];
    Arrays.fill(scores, Double.NaN);
    double best = Double.POSITIVE_INFINITY;
    int bestTrees = 0;
    for (int trees = 1;
        trees <= parameters.maxTrees() && trees - bestTrees <= parameters.earlyStopping();
        trees++) {
      double loss =
          workers.all(steps).stream().mapToDouble(Double::doubleValue).sum() / runs.size();
      if (loss < best) {
        best = loss;
        bestTrees = trees;
        runs.forEach(run -> run.copyScores(scores));
      }
      progress.at(task, trees, parameters.maxTrees());
      if (runs.stream().noneMatch(FoldRun::canGrow)) {
        break;
      }
    }
    progress.at(task, parameters.maxTrees(), parameters.maxTrees());
    return new CrossFit(bestTrees, scores, best, (System.nanoTime() - start) / 1e9);
  }
}
