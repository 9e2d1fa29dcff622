package io.creditstream.trainer.result;

import java.util.List;

/**
 * What the model was trained on.
 *
 * @param rows loans with known outcomes
 * @param defaults those that defaulted
 * @param missingTables tables of history that were not there
 * @param columns one a feature, in the order of the dictionary
 */
public record DataSummary(
    long rows, long defaults, List<String> missingTables, List<Column> columns) {

  public DataSummary {
    missingTables = List.copyOf(missingTables);
    columns = List.copyOf(columns);
  }

  public double defaultRate() {
    return (double) defaults / rows;
  }

  /**
   * One feature.
   *
   * @param missingRate share of rows without a value
   * @param low 5 % quantile of a number; NaN for a category or if all are missing
   * @param median of a number
   * @param high 95 % quantile of a number
   * @param levels of a category, most frequent first; empty for a number
   */
  public record Column(
      String feature,
      double missingRate,
      double low,
      double median,
      double high,
      List<Level> levels) {

    public Column {
      levels = List.copyOf(levels);
    }
  }

  /** A level of a category, its rows, and the share of defaults among them. */
  public record Level(String name, long rows, double defaultRate) {}
}
