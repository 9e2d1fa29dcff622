package io.creditstream.trainer.imbalance;

import io.creditstream.trainer.fit.RowTreatment;
import io.creditstream.trainer.fit.TreatedRows;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.matrix.RowSample;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Leaves out good loans at random until there are as many as defaults. */
public record Undersampling() implements RowTreatment {

  @Override
  public String title() {
    return "undersampling";
  }

  @Override
  public TreatedRows apply(FeatureMatrix matrix, int[] rows, long seed) {
    ClassRows classes = ClassRows.of(matrix.defaulted(), rows);
    int[] goods = classes.goods();
    int[] kept = RowSample.of(goods.length, classes.defaults().length, seed);
    int[] balanced =
        IntStream.concat(Arrays.stream(classes.defaults()), Arrays.stream(kept).map(i -> goods[i]))
            .sorted()
            .toArray();
    double shift = StrictMath.log((double) goods.length / kept.length);
    return new TreatedRows(balanced, new double[0][], 1, shift);
  }
}
