package io.creditstream.trainer.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rows parted for training, early stopping and evaluation, each with the same share of defaults.
 *
 * @param training rows that the model is fitted to
 * @param validation rows that stop the fitting and choose the threshold
 * @param holdout rows that nothing was chosen by
 */
public record Split(int[] training, int[] validation, int[] holdout) {

  private static final double HOLDOUT_SHARE = 0.20;
  private static final double VALIDATION_SHARE = 0.20;

  /** A stratified split: 60 % training, 20 % validation, 20 % holdout. */
  public static Split stratified(boolean[] defaulted, long seed) {
    List<Integer> training = new ArrayList<>();
    List<Integer> validation = new ArrayList<>();
    List<Integer> holdout = new ArrayList<>();
    Random random = new Random(seed);
    for (boolean outcome : new boolean[] {true, false}) {
      List<Integer> rows = new ArrayList<>();
      for (int row = 0; row < defaulted.length; row++) {
        if (defaulted[row] == outcome) {
          rows.add(row);
        }
      }
      Collections.shuffle(rows, random);
      int holdoutEnd = (int) Math.round(rows.size() * HOLDOUT_SHARE);
      int validationEnd = holdoutEnd + (int) Math.round(rows.size() * VALIDATION_SHARE);
      holdout.addAll(rows.subList(0, holdoutEnd));
      validation.addAll(rows.subList(holdoutEnd, validationEnd));
      training.addAll(rows.subList(validationEnd, rows.size()));
    }
    return new Split(sorted(training), sorted(validation), sorted(holdout));
  }

  private static int[] sorted(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
