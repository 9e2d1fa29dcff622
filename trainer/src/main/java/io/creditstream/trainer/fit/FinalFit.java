package io.creditstream.trainer.fit;

import io.creditstream.trainer.Progress;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.util.stream.IntStream;

/** Fits the model that is used: to all rows, with as many trees as the folds did best with. */
public final class FinalFit {

  private FinalFit() {}

  /**
   * @param slope above 0: every raw score is multiplied by it
   * @param offset is added to every raw score, after that
   */
  public static FittedModel fit(
      BinnedRows binned,
      FeatureMatrix matrix,
      Recipe recipe,
      int trees,
      double slope,
      double offset,
      Progress progress) {
    int[] all = IntStream.range(0, matrix.rows()).toArray();
    return fit(binned, matrix, recipe, all, trees, slope, offset, progress);
  }

  /** The same on some rows, in ascending order. */
  public static FittedModel fit(
      BinnedRows binned,
      FeatureMatrix matrix,
      Recipe recipe,
      int[] rows,
      int trees,
      double slope,
      double offset,
      Progress progress) {
    TreatedRows treated = recipe.treatment().apply(matrix, rows, recipe.parameters().seed());
    String settings = recipe.lightGbm(treated);
    try (BinnedRows training = TreatedData.bin(binned, matrix, treated);
        Booster booster = new Booster(training, settings, matrix.columns().length)) {
      boolean canGrow = true;
      for (int tree = 1; tree <= trees && canGrow; tree++) {
        canGrow = booster.grow();
        progress.at("Fitting to all rows", tree, trees);
      }
      progress.at("Fitting to all rows", trees, trees);
      // The treatment raised the log-odds; the first tree takes that back together with the offset.
      double first = offset - slope * treated.shift();
      booster.reweigh(leaf -> slope * leaf + first, leaf -> slope * leaf);
      return new FittedModel(booster.text(), booster.trees(), booster.gains(), booster.splits());
    }
  }
}
