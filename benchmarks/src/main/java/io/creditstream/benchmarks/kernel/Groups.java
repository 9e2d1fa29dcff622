package io.creditstream.benchmarks.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Statistics of the present values of a column in groups of rows; NaN where a group has none. */
record Groups(double[] counts, double[] sums, double[] squares, double[] minima, double[] maxima) {

  /**
   * @param groupOf group of each row, −1 for none
   */
  static Groups of(int[] groupOf, double[] values, int size) {
    Groups groups =
        new Groups(new double[size], new double[size], new double[size], nan(size), nan(size));
    for (int row = 0; row < values.length; row++) {
      int group = groupOf[row];
      double value = values[row];
      if (group >= 0 && !Double.isNaN(value)) {
        boolean first = groups.counts[group]++ == 0;
        groups.sums[group] += value;
        groups.squares[group] += value * value;
        groups.minima[group] = first ? value : Math.min(groups.minima[group], value);
        groups.maxima[group] = first ? value : Math.max(groups.maxima[group], value);
      }
    }
    for (int group = 0; group < size; group++) {
      if (groups.counts[group] == 0) {
        groups.sums[group] = Double.NaN;
      }
    }
    return groups;
  }

  double[] means() {
    return IntStream.range(0, sums.length).mapToDouble(i -> sums[i] / counts[i]).toArray();
  }

  /** Of the sample, with n − 1; NaN for fewer than two values. */
  double[] variances() {
    return IntStream.range(0, sums.length)
        .mapToDouble(
            i ->
                counts[i] < 2
                    ? Double.NaN
                    : Math.max(0, squares[i] - sums[i] * sums[i] / counts[i]) / (counts[i] - 1))
        .toArray();
  }

  private static double[] nan(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
