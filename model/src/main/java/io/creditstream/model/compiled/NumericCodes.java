package io.creditstream.model.compiled;

import io.creditstream.model.forest.Missing;
import io.creditstream.model.forest.NumericCondition;
import io.creditstream.model.forest.Zero;
import java.util.List;

/**
 * Turns numbers into codes: the number itself, 0 if it counts as zero, the greatest number for
 * infinity, and where it is missing an infinity, −∞ if splits of this kind send missing values to
 * the left. Without a branch, since which values are missing or zero differs from row to row.
 */
final class NumericCodes {

  private static final long ZERO_BITS = Double.doubleToRawLongBits(Zero.THRESHOLD);
  private static final long GREATEST_BITS = Double.doubleToRawLongBits(Double.MAX_VALUE);
  private static final long INFINITY_BITS = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /** Feature of each slot. */
  private final int[] features;

  /** All ones where zero is missing, else 0. */
  private final long[] zeroIsMissing;

  /** Bits of what stands for a missing value. */
  private final long[] substitutes;

  /**
   * Codes of the slots from 1 on.
   *
   * @param features feature of each slot
   * @param kinds the kind of its splits; the thresholds do not matter
   */
  NumericCodes(List<Integer> features, List<NumericCondition> kinds) {
    this.features = features.stream().mapToInt(Integer::intValue).toArray();
    this.zeroIsMissing =
        kinds.stream().mapToLong(kind -> kind.missing() == Missing.ZERO ? -1 : 0).toArray();
    this.substitutes =
        kinds.stream().mapToLong(kind -> Double.doubleToRawLongBits(substitute(kind))).toArray();
  }

  private static double substitute(NumericCondition kind) {
    if (kind.missing() == Missing.NONE) {
      return 0;
    }
    return kind.missingLeft() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  void fill(double[] row, double[] codes) {
    for (int i = 0; i < features.length; i++) {
      long bits = Double.doubleToRawLongBits(row[features[i]]);
      long size = bits & Long.MAX_VALUE;
      // All ones where it holds, else 0: the sign of a difference of two positive numbers.
      long notZero = (ZERO_BITS - size) >> 63;
      long missing = (INFINITY_BITS - size) >> 63 | (~notZero & zeroIsMissing[i]);
      long infinite = (GREATEST_BITS - size) >> 63;
      // The bits of the greatest number come before those of infinity.
      long present = (bits + infinite) & notZero & ~missing;
      codes[i + 1] = Double.longBitsToDouble(present | (substitutes[i] & missing));
    }
  }
}
