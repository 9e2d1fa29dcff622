package io.creditstream.trainer;

import io.creditstream.trainer.fit.CrossFit;
import io.creditstream.trainer.fit.Recipe;
import io.creditstream.trainer.result.ImbalanceResult;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.Trial;
import java.util.List;

/**
 * How the model is made, and what led to it.
 *
 * @param recipe what was chosen
 * @param crossFit its scores out of fold
 * @param trials of the search; empty if none
 * @param imbalance the treatments of class imbalance that were compared; empty if none
 * @param models the kinds of models that were compared; empty if none
 */
record ModelChoice(
    Recipe recipe,
    CrossFit crossFit,
    List<Trial> trials,
    List<ImbalanceResult> imbalance,
    List<ModelResult> models) {

  ModelChoice {
    trials = List.copyOf(trials);
    imbalance = List.copyOf(imbalance);
    models = List.copyOf(models);
  }
}
