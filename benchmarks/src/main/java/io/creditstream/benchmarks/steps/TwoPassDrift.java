package io.creditstream.benchmarks.steps;

import io.creditstream.features.profile.NumericProfile;
import java.util.Arrays;

/**
 * The straightforward way to the same statistics: every column of a window is taken by itself, its
 * values counted in the bins of the stability index, then sorted and held against all sorted values
 * of the reference. Exact, but it needs the whole window and the whole reference.
 */
final class TwoPassDrift {

  private TwoPassDrift() {}

  /** The sum of both statistics over the columns. */
  static double of(double[][] rows, DriftState state) {
    double sum = 0;
    for (int feature = 0; feature < state.sortedReference.length; feature++) {
      double[] column = column(rows, feature);
      NumericProfile profile = (NumericProfile) state.profile.features().get(feature);
      sum += stability(profile, column, rows.length) + ks(column, state.sortedReference[feature]);
    }
    return sum;
  }

  private static double[] column(double[][] rows, int feature) {
    double[] column = new double[rows.length];
    int present = 0;
    for (double[] row : rows) {
      if (!Double.isNaN(row[feature])) {
        column[present++] = row[feature];
      }
    }
    double[] values = Arrays.copyOf(column, present);
    Arrays.sort(values);
    return values;
  }

  private static double stability(NumericProfile profile, double[] sorted, int rows) {
    long[] counts = new long[profile.psiCounts().length];
    int bin = 0;
    for (double value : sorted) {
      while (bin < profile.psiEdges().length && value > profile.psiEdges()[bin]) {
        bin++;
      }
      counts[bin]++;
    }
    double reference = Arrays.stream(profile.psiCounts()).sum() + profile.missing();
    double sum = part(rows - sorted.length, rows, profile.missing(), reference);
    for (int i = 0; i < counts.length; i++) {
      sum += part(counts[i], rows, profile.psiCounts()[i], reference);
    }
    return sum;
  }

  private static double part(double current, double all, double reference, double allReference) {
    double p = (current + 0.5) / (all + 0.5);
    double q = (reference + 0.5) / (allReference + 0.5);
    return (p - q) * Math.log(p / q);
  }

  private static double ks(double[] window, double[] reference) {
    int i = 0;
    int j = 0;
    double greatest = 0;
    while (i < window.length && j < reference.length) {
      double value = Math.min(window[i], reference[j]);
      while (i < window.length && window[i] <= value) {
        i++;
      }
      while (j < reference.length && reference[j] <= value) {
        j++;
      }
      greatest =
          Math.max(greatest, Math.abs((double) i / window.length - (double) j / reference.length));
    }
    return greatest;
  }
}
