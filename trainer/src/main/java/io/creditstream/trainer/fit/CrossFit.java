package io.creditstream.trainer.fit;

/**
 * Scores of rows by models that were fitted without them. The array must not be changed.
 *
 * @param trees number of trees at which the folds together did best
 * @param rawScores log-odds of default, corrected for the treatment of the rows; NaN for rows of
 *     folds that were not tried
 * @param logLoss mean over the folds
 * @param seconds time to fit
 */
public record CrossFit(int trees, double[] rawScores, double logLoss, double seconds) {

  /** Says how well it went. */
  @Override
  public String toString() {
    return "CrossFit[" + trees + " trees, log-loss " + logLoss + "]";
  }
}
