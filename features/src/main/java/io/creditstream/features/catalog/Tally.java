package io.creditstream.features.catalog;

import java.util.Arrays;

/**
 * What was counted and summed over the records of one client: a count for each set of records, and
 * a cell for each measure of a set.
 */
final class Tally {

  private final int[] counts;
  private final int[] sizes;
  private final double[] sums;
  private final double[] minima;
  private final double[] maxima;

  Tally(int sets, int cells) {
    counts = new int[sets];
    sizes = new int[cells];
    sums = new double[cells];
    minima = new double[cells];
    maxima = new double[cells];
    Arrays.fill(minima, Double.POSITIVE_INFINITY);
    Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
  }

  void count(int set) {
    counts[set]++;
  }

  /** Takes a value, not NaN, into a cell. */
  void add(int cell, double value) {
    sizes[cell]++;
    sums[cell] += value;
    minima[cell] = Math.min(minima[cell], value);
    maxima[cell] = Math.max(maxima[cell], value);
  }

  /** The number of records of a set. */
  double countOf(int set) {
    return counts[set];
  }

  /** A statistic of the values that a cell took in; NaN where there was none. */
  double of(int cell, Statistic statistic) {
    return statistic.of(sizes[cell], sums[cell], minima[cell], maxima[cell]);
  }
}
