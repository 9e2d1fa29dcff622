package io.creditstream.trainer.result;

import java.util.List;

/**
 * Whether the outcome seems to have leaked into the features.
 *
 * @param limit AUC above which that is suspected
 * @param suspected whether the model, or a feature alone, is too good to be true
 * @param suspects the strongest features with their AUC alone, strongest first
 * @param lateAuc AUC on the rows of the greatest client ids of a model fitted to the others: a
 *     split by id, which random folds cannot flatter; NaN if it was not made
 */
public record LeakageCheck(
    double limit, boolean suspected, List<Suspect> suspects, double lateAuc) {

  public LeakageCheck {
    suspects = List.copyOf(suspects);
  }

  /** A feature and the AUC that it reaches alone, in the better direction. */
  public record Suspect(String feature, double auc) {}
}
