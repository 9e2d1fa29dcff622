package io.creditstream.trainer.summary;

import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.profile.NumericBins;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.result.DataSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up what a model is trained on. */
public final class DataSummaries {

  private DataSummaries() {}

  /**
   * @param missingTables names of the tables of history that were not there
   */
  public static DataSummary of(FeatureMatrix matrix, List<String> missingTables) {
    List<DataSummary.Column> columns = new ArrayList<>();
    for (int i = 0; i < matrix.columns().length; i++) {
      FeatureEntry entry = matrix.dictionary().get(i);
      double[] values = matrix.columns()[i];
      columns.add(
          entry.isCategory() ? category(entry, values, matrix.defaulted()) : number(entry, values));
    }
    long defaults = 0;
    for (boolean outcome : matrix.defaulted()) {
      defaults += outcome ? 1 : 0;
    }
    return new DataSummary(matrix.rows(), defaults, missingTables, columns);
  }

  private static DataSummary.Column number(FeatureEntry entry, double[] values) {
    double[] sorted = NumericBins.sortedPresent(values);
    return new DataSummary.Column(
        entry.name(),
        1 - (double) sorted.length / values.length,
        quantile(sorted, 0.05),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        List.of());
  }

  private static DataSummary.Column category(
      FeatureEntry entry, double[] codes, boolean[] defaulted) {
    Map<Double, long[]> counts = new TreeMap<>();
    long missing = 0;
    for (int row = 0; row < codes.length; row++) {
      if (Double.isNaN(codes[row])) {
        missing++;
      } else {
        long[] count = counts.computeIfAbsent(codes[row], code -> new long[2]);
        count[0]++;
        count[1] += defaulted[row] ? 1 : 0;
      }
    }
    List<DataSummary.Level> levels =
        counts.entrySet().stream()
            .map(
                entryOf ->
                    new DataSummary.Level(
                        String.valueOf(entry.describe(entryOf.getKey())),
                        entryOf.getValue()[0],
                        (double) entryOf.getValue()[1] / entryOf.getValue()[0]))
            .sorted(Comparator.comparingLong(DataSummary.Level::rows).reversed())
            .toList();
    return new DataSummary.Column(
        entry.name(), (double) missing / codes.length, Double.NaN, Double.NaN, Double.NaN, levels);
  }

  /** The order statistic x_⌈qn⌉. */
  private static double quantile(double[] sorted, double q) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
  }
}
