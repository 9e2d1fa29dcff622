package io.creditstream.trainer.leakage;

import io.creditstream.trainer.evaluation.RocAuc;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How well a feature alone parts defaults from good loans. */
final class SingleFeature {

  /** Weight of the mean in the default rate of a level, in rows: a rare level proves little. */
  private static final double SMOOTHING = 20;

  private SingleFeature() {}

  /**
   * The AUC of a number in the better direction, missing values taken for the lowest or for the
   * highest, whichever is better.
   */
  static double ofNumber(double[] values, boolean[] defaulted) {
    double low = RocAuc.of(filled(values, Double.NEGATIVE_INFINITY), defaulted);
    double high = RocAuc.of(filled(values, Double.POSITIVE_INFINITY), defaulted);
    return Math.max(Math.max(low, 1 - low), Math.max(high, 1 - high));
  }

  /** The AUC of the default rates of the levels, each drawn towards the mean of all rows. */
  static double ofCategory(double[] codes, boolean[] defaulted) {
    Map<Double, double[]> counts = new HashMap<>();
    double mean = 0;
    for (int row = 0; row < codes.length; row++) {
      double[] count = counts.computeIfAbsent(codes[row], code -> new double[2]);
      count[0]++;
      count[1] += defaulted[row] ? 1 : 0;
      mean += (defaulted[row] ? 1.0 : 0.0) / codes.length;
    }
    double[] rates = new double[codes.length];
    for (int row = 0; row < codes.length; row++) {
      double[] count = counts.getOrDefault(codes[row], new double[2]);
      rates[row] = (count[1] + SMOOTHING * mean) / (count[0] + SMOOTHING);
    }
    return RocAuc.of(rates, defaulted);
  }

  private static double[] filled(double[] values, double missing) {
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? missing : value).toArray();
  }
}
