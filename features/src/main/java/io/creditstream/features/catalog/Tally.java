package io.creditstream.features.catalog;

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
  }

  /** Tells the number of records of a set. */
  void count(int set, int records) {
    counts[set] = records;
  }

  /**
   * Takes the values of a set into its cell, in the order of the records.
   *
   * @param values one a record, NaN where missing
   * @param members the records of the set
   */
  void add(int cell, double[] values, int[] members) {
    int size = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int member : members) {
      double value = values[member];
      if (!Double.isNaN(value)) {
        size++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    sizes[cell] = size;
    sums[cell] = sum;
    minima[cell] = min;
    maxima[cell] = max;
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
