package io.creditstream.drift.comparison;

import io.creditstream.drift.measurement.ColumnMeasurement;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.shape.Shape;
import io.creditstream.drift.shape.Shapes;
import io.creditstream.drift.table.Column;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.NumericBins;
import io.creditstream.features.profile.NumericProfile;

/**
 * A column before it is judged, which needs all the others.
 *
 * @param kind how it was compared
 * @param measure how far apart the tables are
 * @param shape both distributions
 */
record MeasuredColumn(ColumnKind kind, FeatureMeasure measure, Shape shape) {

  /** Compares a column of the current table with that of the reference. */
  static MeasuredColumn of(String name, Column reference, Column current) {
    return reference.isNumeric() && current.isNumeric()
        ? numeric(name, reference.numbers(), current.numbers())
        : category(name, reference, current);
  }

  private static MeasuredColumn numeric(String name, double[] reference, double[] current) {
    NumericProfile profile = NumericProfile.of(name, reference);
    double[] present = NumericBins.sortedPresent(current);
    long[] stability = NumericBins.countSorted(profile.psiEdges(), present);
    long missing = current.length - present.length;
    return new MeasuredColumn(
        ColumnKind.NUMERIC,
        ColumnMeasurement.number(
            profile, stability, NumericBins.countSorted(profile.ksEdges(), present), missing),
        Shapes.of(profile, stability, missing));
  }

  private static MeasuredColumn category(String name, Column reference, Column current) {
    LevelCounts levels = LevelCounts.of(reference, current);
    CategoryProfile profile =
        new CategoryProfile(name, levels.names(), levels.reference(), levels.referenceMissing());
    return new MeasuredColumn(
        ColumnKind.CATEGORY,
        ColumnMeasurement.category(
            profile, levels.current(), levels.unseen(), levels.currentMissing()),
        Shapes.of(profile, levels.current(), levels.unseen(), levels.currentMissing()));
  }
}
