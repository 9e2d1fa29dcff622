package io.creditstream.trainer.result;

import java.util.List;

/**
 * Predictions of each row by a model that was fitted without it. The arrays must not be changed.
 *
 * @param clientIds one a row
 * @param folds fold of each row, from 0
 * @param defaulted outcome of each row
 * @param probabilities calibrated probability of default of each row
 */
public record OutOfFold(
    List<String> clientIds, int[] folds, boolean[] defaulted, double[] probabilities) {

  public OutOfFold {
    clientIds = List.copyOf(clientIds);
    int rows = clientIds.size();
    if (folds.length != rows || defaulted.length != rows || probabilities.length != rows) {
      throw new IllegalArgumentException("every row needs a fold, an outcome and a probability");
    }
  }

  /** Says how large it is, not what it holds. */
  @Override
  public String toString() {
    return "OutOfFold[" + clientIds.size() + " rows]";
  }
}
