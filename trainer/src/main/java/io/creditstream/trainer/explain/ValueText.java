package io.creditstream.trainer.explain;

import io.creditstream.features.dictionary.FeatureEntry;
import java.math.BigDecimal;
import java.math.MathContext;

/** Values of features as people read them. */
final class ValueText {

  static final String MISSING = "missing";

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private ValueText() {}

  /** The level of a category, a number with four significant digits, or "missing". */
  static String of(FeatureEntry entry, double value) {
    Object described = entry.describe(value);
    if (described == null) {
      return MISSING;
    }
    if (described instanceof String level) {
      return level;
    }
    if (Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
  }
}
