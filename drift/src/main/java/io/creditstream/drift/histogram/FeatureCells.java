package io.creditstream.drift.histogram;

/** The cells of one feature, or of the score, within a {@link HistogramLayout}. */
public sealed interface FeatureCells permits NumericCells, CategoryCells {

  /** Name of the feature. */
  String name();

  /** First cell behind those of the feature. */
  int end();

  /**
   * Notes the cells that a value counts in, at most two, in ascending order.
   *
   * @param value NaN for missing
   * @param cells takes them
   * @param at place of the first
   * @return the place behind the last
   * @throws CellMismatchException if the value cannot be one of this feature
   */
  int locate(double value, int[] cells, int at);
}
