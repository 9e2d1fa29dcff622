package io.creditstream.trainer.evaluation;

import io.creditstream.trainer.result.Quality;

/** All figures of quality at once. */
public final class Qualities {

  private Qualities() {}

  /** With the threshold that is cheapest for the rows. */
  public static Quality atCheapest(RankedRows rows) {
    return at(ExpectedCost.cheapestThreshold(rows), rows);
  }

  /**
   * With a given threshold.
   *
   * @param rows whose scores are probabilities of default
   */
  public static Quality at(double threshold, RankedRows rows) {
    ConfusionMatrix confusion = ConfusionMatrix.at(threshold, rows);
    return new Quality(
        RocAuc.of(rows),
        AveragePrecision.of(rows),
        KolmogorovSmirnov.of(rows),
        ProbabilityLoss.brier(rows),
        ProbabilityLoss.logLoss(rows),
        confusion.accuracy(),
        confusion.recall(),
        confusion.precision(),
        threshold,
        ExpectedCost.at(threshold, rows));
  }
}
