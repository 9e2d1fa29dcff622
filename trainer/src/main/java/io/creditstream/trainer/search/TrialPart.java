package io.creditstream.trainer.search;

/**
 * What a trial came to on some of the folds.
 *
 * @param trial its number, from 1
 * @param firstFold the first of the folds
 * @param folds how many, one after the other
 * @param trees at which they stopped
 * @param auc mean over the folds
 * @param logLoss mean over the folds
 * @param cost business cost of an application at the cheapest threshold
 * @param seconds it took
 */
record TrialPart(
    int trial,
    int firstFold,
    int folds,
    int trees,
    double auc,
    double logLoss,
    double cost,
    double seconds) {

  boolean answers(int trial, int firstFold, int folds) {
    return this.trial == trial && this.firstFold == firstFold && this.folds == folds;
  }
}
