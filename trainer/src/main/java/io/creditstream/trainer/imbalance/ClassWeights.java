package io.creditstream.trainer.imbalance;

import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.fit.TreatedRows;
import io.creditstream.trainer.matrix.FeatureMatrix;

/** Weighs defaults so that both classes together weigh the same. */
public record ClassWeights() implements RowTreatment {

  @Override
  public String title() {
    return "class weights";
  }

  @Override
  public TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed) {
    double odds = ClassRows.of(matrix.defaulted(), rows).goodsPerDefault();
    return new TreatedRows(rows, new double[0][], odds, StrictMath.log(odds));
  }
}
