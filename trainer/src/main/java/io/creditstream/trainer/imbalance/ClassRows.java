package io.creditstream.trainer.imbalance;

import java.util.Arrays;

/**
 * Rows by class, each ascending.
 *
 * @param defaults rows of loans that defaulted
 * @param goods rows of loans that were repaid
 */
record ClassRows(int[] defaults, int[] goods) {

  static ClassRows of(boolean[] defaulted, int[] rows) {
    return new ClassRows(
        Arrays.stream(rows).filter(row -> defaulted[row]).toArray(),
        Arrays.stream(rows).filter(row -> !defaulted[row]).toArray());
  }

  double goodsPerDefault() {
    return (double) goods.length / defaults.length;
  }
}
