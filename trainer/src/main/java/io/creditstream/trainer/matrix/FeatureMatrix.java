package io.creditstream.trainer.matrix;

import io.creditstream.features.dictionary.FeatureDictionary;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of many applications. The arrays must not be changed.
 *
 * @param dictionary the features, in the order of the columns
 * @param clientIds one a row
 * @param columns the values: columns[feature][row], NaN where missing
 * @param defaulted whether the loan of each row defaulted; empty where the outcomes are unknown
 */
public record FeatureMatrix(
    FeatureDictionary dictionary, List<String> clientIds, double[][] columns, boolean[] defaulted) {

  public FeatureMatrix {
    clientIds = List.copyOf(clientIds);
    if (columns.length != dictionary.size()) {
      throw new IllegalArgumentException("one column a feature is needed");
    }
  }

  public int rows() {
    return clientIds.size();
  }

  /** The vector of one row. */
  public double[] row(int row) {
    double[] vector = new double[columns.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = columns[i][row];
    }
    return vector;
  }

  /** Some of the rows, in the given order. */
  public FeatureMatrix select(int[] rows) {
    List<String> ids = new ArrayList<>(rows.length);
    double[][] values = new double[columns.length][rows.length];
    boolean[] outcomes = new boolean[defaulted.length == 0 ? 0 : rows.length];
    for (int i = 0; i < rows.length; i++) {
      ids.add(clientIds.get(rows[i]));
      for (int feature = 0; feature < columns.length; feature++) {
        values[feature][i] = columns[feature][rows[i]];
      }
      if (outcomes.length > 0) {
        outcomes[i] = defaulted[rows[i]];
      }
    }
    return new FeatureMatrix(dictionary, ids, values, outcomes);
  }

  /** Says how large it is, not what it holds. */
  @Override
  public String toString() {
    return "FeatureMatrix[%d rows, %d features]".formatted(rows(), columns.length);
  }
}
