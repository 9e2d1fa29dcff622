package io.creditstream.features.profile;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Right-closed bins (e_{j−1}, e_j] over the real line, given by their inner edges in ascending
 * order: e edges make e + 1 bins, the first open to −∞, the last to +∞.
 */
public final class NumericBins {

  private NumericBins() {}

  /**
   * Edges that part a sample into about equally filled bins. They are the order statistics x_⌈jn/B⌉
   * for j = 1 … B−1, distinct, without one equal to the greatest value. A value that more than n/B
   * of the sample equal gets a bin of its own by one more edge at the next double below it.
   *
   * @param sorted the sample x_1 ≤ … ≤ x_n without NaN, ascending
   * @param bins B, at least 1
   */
  public static double[] edges(double[] sorted, int bins) {
    int n = sorted.length;
    if (n == 0) {
      return new double[0];
    }
    TreeSet<Double> edges = new TreeSet<>();
    for (int j = 1; j < bins; j++) {
      int rank = (int) (((long) j * n + bins - 1) / bins);
      // Adding 0.0 makes one zero of the two, which the order of doubles tells apart.
      edges.add(sorted[rank - 1] + 0.0);
    }
    edges.remove(sorted[n - 1] + 0.0);
    for (double edge : edges.toArray(Double[]::new)) {
      if ((long) occurrences(sorted, edge) * bins > n) {
        edges.add(Math.nextDown(edge));
      }
    }
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The bin of a value: the number of edges below it.
   *
   * @param value not NaN
   */
  public static int indexOf(double[] edges, double value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many values of a sample fall in each bin. */
  public static long[] count(double[] edges, double[] values) {
    long[] counts = new long[edges.length + 1];
    for (double value : values) {
      counts[indexOf(edges, value)]++;
    }
    return counts;
  }

  /**
   * How many values of an ascending sample fall in each bin: as {@link #count}, in time that does
   * not grow with the sample.
   */
  public static long[] countSorted(double[] edges, double[] sorted) {
    long[] counts = new long[edges.length + 1];
    int counted = 0;
    for (int bin = 0; bin < edges.length; bin++) {
      int upTo = below(sorted, Math.nextUp(edges[bin]));
      counts[bin] = upTo - counted;
      counted = upTo;
    }
    counts[edges.length] = sorted.length - counted;
    return counts;
  }

  private static int occurrences(double[] sorted, double value) {
    return below(sorted, Math.nextUp(value)) - below(sorted, value);
  }

  /** The number of values less than a bound. */
  private static int below(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The values that are not NaN, ascending. */
  public static double[] sortedPresent(double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(present);
    return present;
  }
}
