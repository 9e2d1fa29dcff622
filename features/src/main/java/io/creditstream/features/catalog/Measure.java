package io.creditstream.features.catalog;

import io.creditstream.features.history.HistoryDates;
import org.jspecify.annotations.Nullable;

/** A number read off one history record; NaN where missing. */
@FunctionalInterface
interface Measure<R> {

  double of(R record, HistoryDates dates);

  /** The value of a field that may be missing. */
  static double orNaN(@Nullable Number value) {
    return value == null ? Double.NaN : value.doubleValue();
  }

  /** The quotient, NaN where the divisor is missing, zero or so small that nothing follows. */
  static double ratio(double dividend, double divisor) {
    double quotient = dividend / divisor;
    return Double.isInfinite(quotient) ? Double.NaN : quotient;
  }
}
