package io.creditstream.trainer.result;

import java.util.Map;

/**
 * One set of hyper-parameters that was tried.
 *
 * @param number of the trial, from 1, in the order of trying
 * @param parameters value of each parameter by its LightGBM name
 * @param folds folds that it was tried on: weak ones are given up after fewer
 * @param trees mean number of trees at which the folds stopped
 * @param auc mean over the folds
 * @param logLoss mean over the folds; the search minimises it
 * @param cost business cost of an application at the cheapest threshold
 * @param seconds it took
 */
public record Trial(
    int number,
    Map<String, String> parameters,
    int folds,
    int trees,
    double auc,
    double logLoss,
    double cost,
    double seconds) {

  public Trial {
    parameters = Map.copyOf(parameters);
  }
}
