package io.creditstream.trainer.imbalance;

import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.fit.TreatedRows;
import io.creditstream.trainer.matrix.FeatureMatrix;

/** Leaves the rows as they are. */
public record Untreated() implements RowTreatment {

  @Override
  public String title() {
    return "none";
  }

  @Override
  public TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed) {
    return TreatedRows.plain(rows);
  }
}
