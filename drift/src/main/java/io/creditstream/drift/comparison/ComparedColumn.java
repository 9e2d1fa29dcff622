package io.creditstream.drift.comparison;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.shape.Shape;
import io.creditstream.drift.verdict.FeatureVerdict;

/**
 * A column of both tables.
 *
 * @param kind how it was compared
 * @param measure how far apart the tables are
 * @param verdict whether that is much
 * @param shape both distributions
 */
public record ComparedColumn(
    ColumnKind kind, FeatureMeasure measure, FeatureVerdict verdict, Shape shape) {

  public String name() {
    return measure.feature();
  }
}
