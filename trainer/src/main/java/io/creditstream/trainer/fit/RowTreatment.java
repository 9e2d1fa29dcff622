package io.creditstream.trainer.fit;

import io.creditstream.trainer.matrix.FeatureMatrix;

/**
 * Changes the rows that a model is fitted to, to make up for class imbalance: the rarity of
 * defaults.
 */
public interface RowTreatment {

  /** What it is, in a few words. */
  String title();

  /**
   * Treats the rows of one fit.
   *
   * @param rows the rows to fit to, ascending
   * @param seed seed of everything random
   */
  TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed);
}
