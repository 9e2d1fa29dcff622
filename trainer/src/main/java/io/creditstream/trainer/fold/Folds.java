package io.creditstream.trainer.fold;

import io.creditstream.features.dataset.DatasetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Folds of cross-validation: each row is held out in one of them, and each has the same share of
 * defaults, as nearly as whole rows allow. The array must not be changed.
 *
 * @param count number of folds, at least 2
 * @param ofRow the fold of each row, from 0
 */
public record Folds(int count, int[] ofRow) {

  public Folds {
    if (count < 2) {
      throw new IllegalArgumentException("cross-validation needs at least 2 folds");
    }
  }

  /**
   * Folds drawn at random within each class.
   *
   * @throws DatasetException if a client stands twice, who could be on both sides of a fold
   */
  public static Folds stratified(
      List<String> clientIds, boolean[] defaulted, int count, long seed) {
    requireDistinct(clientIds);
    int[] folds = new int[defaulted.length];
    Random random = new Random(seed);
    int next = 0;
    for (boolean outcome : new boolean[] {true, false}) {
      List<Integer> rows = new ArrayList<>();
      for (int row = 0; row < defaulted.length; row++) {
        if (defaulted[row] == outcome) {
          rows.add(row);
        }
      }
      Collections.shuffle(rows, random);
      // The second class goes on where the first ended, so that the folds are of one size.
      for (int row : rows) {
        folds[row] = next++ % count;
      }
    }
    return new Folds(count, folds);
  }

  /** The rows that a fold holds out, ascending. */
  public int[] heldOut(int fold) {
    return IntStream.range(0, ofRow.length).filter(row -> ofRow[row] == fold).toArray();
  }

  /** The rows that a model of the fold is fitted to, ascending. */
  public int[] training(int fold) {
    return IntStream.range(0, ofRow.length).filter(row -> ofRow[row] != fold).toArray();
  }

  /** The folds of some of the rows, in the given order. */
  public Folds select(int[] rows) {
    return new Folds(count, Arrays.stream(rows).map(row -> ofRow[row]).toArray());
  }

  /** Says how many there are. */
  @Override
  public String toString() {
    return "Folds[" + count + " folds, " + ofRow.length + " rows]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folds that && count == that.count && Arrays.equals(ofRow, that.ofRow);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ofRow);
  }

  private static void requireDistinct(List<String> clientIds) {
    Set<String> seen = new HashSet<>();
    for (String clientId : clientIds) {
      if (!seen.add(clientId)) {
        throw new DatasetException(
            "a client stands in two rows and could be on both sides of a fold; keep one row a client");
      }
    }
  }
}
