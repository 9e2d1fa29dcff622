package io.creditstream.trainer.fit;

import io.creditstream.trainer.matrix.FeatureMatrix;

/** Brings treated rows into the form that trees are fitted to. */
final class TreatedData {

  private TreatedData() {}

  static BinnedRows bin(BinnedRows binned, FeatureMatrix matrix, TreatedRows treated) {
    int synthetic = treated.syntheticRows();
    if (synthetic == 0) {
      return binned.subset(treated.rows());
    }
    int[] rows = treated.rows();
    double[][] columns = new double[matrix.columns().length][rows.length + synthetic];
    boolean[] defaulted = new boolean[rows.length + synthetic];
    for (int feature = 0; feature < columns.length; feature++) {
      for (int i = 0; i < rows.length; i++) {
        columns[feature][i] = matrix.columns()[feature][rows[i]];
      }
      System.arraycopy(treated.synthetic()[feature], 0, columns[feature], rows.length, synthetic);
    }
    for (int i = 0; i < defaulted.length; i++) {
      defaulted[i] = i >= rows.length || matrix.defaulted()[rows[i]];
    }
    return binned.alike(columns, defaulted);
  }
}
