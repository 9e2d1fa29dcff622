package io.creditstream.drift.measurement;

import io.creditstream.drift.histogram.CategoryCells;
import io.creditstream.drift.histogram.FeatureCells;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.NumericCells;
import io.creditstream.drift.histogram.WindowHistogram;
import java.util.List;
import java.util.Optional;

/** Measures a window, feature by feature. */
public final class WindowMeasurement {

  private WindowMeasurement() {}

  /** A measure a feature in the order of the dictionary, then one of the score. */
  public static List<FeatureMeasure> measure(HistogramLayout layout, WindowHistogram window) {
    return layout.features().stream().map(cells -> measure(cells, window)).toList();
  }

  /** The measure of the joint distance; empty where the reference has none. */
  public static Optional<FeatureMeasure> joint(HistogramLayout layout, WindowHistogram window) {
    return layout.joint().map(joint -> measure(joint.cells(), window));
  }

  private static FeatureMeasure measure(FeatureCells cells, WindowHistogram window) {
    if (cells instanceof NumericCells numeric) {
      return ColumnMeasurement.number(
          numeric.profile(),
          numeric.stabilityCounts(window),
          numeric.kolmogorovCounts(window),
          numeric.missing(window));
    }
    CategoryCells category = (CategoryCells) cells;
    return ColumnMeasurement.category(
        category.profile(),
        category.levelCounts(window),
        category.unseen(window),
        category.missing(window));
  }
}
