package io.creditstream.model.compiled;

import io.creditstream.model.forest.Missing;
import io.creditstream.model.forest.NumericCondition;
import io.creditstream.model.forest.Zero;
import java.util.Arrays;

/**
 * Turns a number into the count of thresholds below it. A split whose threshold has index i among
 * them then sends a row to the right exactly if the code is greater than i. A missing value gets
 * the least or the greatest code, as it goes left or right at every split of this kind.
 */
final class NumericCode {

  private final int feature;
  private final Missing missing;
  private final int missingCode;

  /** Ascending, distinct, filled up with infinity to one less than a power of two. */
  private final double[] thresholds;

  private final int size;

  /**
   * @param kind the kind of the splits; its threshold does not matter
   * @param thresholds ascending and distinct
   */
  NumericCode(int feature, NumericCondition kind, double[] thresholds) {
    this.feature = feature;
    this.missing = kind.missing();
    this.missingCode = kind.missingLeft() ? 0 : thresholds.length;
    this.size = thresholds.length;
    this.thresholds = filledUp(thresholds);
  }

  int of(double[] row) {
    double value = Zero.flush(row[feature]);
    if (Double.isNaN(value)) {
      if (missing != Missing.NONE) {
        return missingCode;
      }
      value = 0;
    }
    return value == 0 && missing == Missing.ZERO ? missingCode : below(value);
  }

  private int below(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      // What it is filled up with is not below.
      return size > 0 && thresholds[size - 1] == value ? size - 1 : size;
    }
    int code = 0;
    for (int step = (thresholds.length + 1) >>> 1; step > 0; step >>>= 1) {
      code += thresholds[code + step - 1] < value ? step : 0;
    }
    return code;
  }

  private static double[] filledUp(double[] thresholds) {
    int length = Math.max(1, Integer.highestOneBit(thresholds.length) * 2 - 1);
    double[] filled = Arrays.copyOf(thresholds, length);
    Arrays.fill(filled, thresholds.length, length, Double.POSITIVE_INFINITY);
    return filled;
  }
}
