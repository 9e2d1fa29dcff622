package io.creditstream.trainer.fit;

import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.matrix.FeatureMatrix;

/** The model of one fold while it grows, and its scores of the rows that the fold holds out. */
final class FoldRun implements AutoCloseable {

  private static final double LEAST_PROBABILITY = 1e-15;

  private final int[] heldOut;
  private final boolean[] defaulted;
  private final double shift;
  private final BinnedRows training;
  private final BinnedRows validation;
  private final Booster booster;
  private double[] rawScores;
  private boolean canGrow = true;

  private FoldRun(
      int[] heldOut,
      boolean[] defaulted,
      double shift,
      BinnedRows training,
      BinnedRows validation,
      Booster booster) {
    this.heldOut = heldOut;
    this.defaulted = defaulted;
    this.shift = shift;
    this.training = training;
    this.validation = validation;
    this.booster = booster;
    this.rawScores = new double[heldOut.length];
  }

  static FoldRun start(
      BinnedRows binned, FeatureMatrix matrix, Folds folds, int fold, Recipe recipe) {
    TreatedRows rows =
        recipe.treatment().apply(matrix, folds.training(fold), recipe.parameters().seed() + fold);
    int[] heldOut = folds.heldOut(fold);
    BinnedRows training = TreatedData.bin(binned, matrix, rows);
    BinnedRows validation = binned.subset(heldOut);
    Booster booster = new Booster(training, recipe.lightGbm(rows), matrix.columns().length);
    booster.watch(validation);
    boolean[] defaulted = new boolean[heldOut.length];
    for (int i = 0; i < heldOut.length; i++) {
      defaulted[i] = matrix.defaulted()[heldOut[i]];
    }
    return new FoldRun(heldOut, defaulted, rows.shift(), training, validation, booster);
  }

  /** Grows a tree unless none helps any more; the log-loss of the rows held out. */
  double grow() {
    if (canGrow) {
      canGrow = booster.grow();
      double[] probabilities = booster.watched(heldOut.length);
      for (int i = 0; i < heldOut.length; i++) {
        double p = Math.min(Math.max(probabilities[i], LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
        rawScores[i] = StrictMath.log(p / (1 - p)) - shift;
      }
    }
    double loss = 0;
    for (int i = 0; i < heldOut.length; i++) {
      double margin = defaulted[i] ? rawScores[i] : -rawScores[i];
      loss += StrictMath.log1p(StrictMath.exp(-margin));
    }
    return loss / heldOut.length;
  }

  boolean canGrow() {
    return canGrow;
  }

  /** Puts the scores of the rows held out to their places. */
  void copyScores(double[] ofAllRows) {
    for (int i = 0; i < heldOut.length; i++) {
      ofAllRows[heldOut[i]] = rawScores[i];
    }
  }

  @Override
  public void close() {
    booster.close();
    validation.close();
    training.close();
  }
}
