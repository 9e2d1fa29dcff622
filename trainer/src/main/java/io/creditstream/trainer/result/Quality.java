package io.creditstream.trainer.result;

/**
 * How well scores part defaults from good loans, on rows that the model was not fitted to.
 *
 * @param auc area under the ROC curve
 * @param prAuc average precision
 * @param ks greatest distance between the score distributions of the two classes
 * @param brier mean squared error of the probability
 * @param logLoss mean negative log-likelihood, natural logarithm
 * @param accuracy share of right decisions at the threshold
 * @param recall share of the defaults that are declined at the threshold
 * @param precision share of defaults among the declined at the threshold; NaN if none is declined
 * @param threshold probability from which an application is declined, the cheapest one
 * @param cost business cost of an application at the threshold
 */
public record Quality(
    double auc,
    double prAuc,
    double ks,
    double brier,
    double logLoss,
    double accuracy,
    double recall,
    double precision,
    double threshold,
    double cost) {

  /** The Gini coefficient, 2 · AUC − 1. */
  public double gini() {
    return 2 * auc - 1;
  }
}
