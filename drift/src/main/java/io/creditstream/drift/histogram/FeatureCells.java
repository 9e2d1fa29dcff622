package io.creditstream.drift.histogram;

/** The cells of one feature, or of the score, within a {@link HistogramLayout}. */
public sealed interface FeatureCells permits NumericCells, CategoryCells {

  /** Name of the feature. */
  String name();

  /** First cell behind those of the feature. */
  int end();

  /**
   * Notes the cells that a value counts in, in ascending order.
   *
   * @param value NaN for missing
   * @throws CellMismatchException if the value cannot be one of this feature
   */
  void locate(double value, CellSink sink);

  /** Takes cells one after the other. */
  @FunctionalInterface
  interface CellSink {
    void accept(int cell);
  }
}
