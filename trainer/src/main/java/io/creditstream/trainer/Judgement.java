package io.creditstream.trainer;

import io.creditstream.model.Probability;
import io.creditstream.trainer.calibration.PlattScaling;
import io.creditstream.trainer.calibration.Reliability;
import io.creditstream.trainer.evaluation.Bootstrap;
import io.creditstream.trainer.evaluation.ConfusionMatrix;
import io.creditstream.trainer.evaluation.CostCurves;
import io.creditstream.trainer.evaluation.ExpectedCost;
import io.creditstream.trainer.evaluation.Qualities;
import io.creditstream.trainer.evaluation.RankedRows;
import io.creditstream.trainer.evaluation.RocAuc;
import io.creditstream.trainer.fold.Folds;
import io.creditstream.trainer.result.Calibration;
import io.creditstream.trainer.result.CostCurve;
import io.creditstream.trainer.result.Interval;
import io.creditstream.trainer.result.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chosen model judged on its predictions out of fold. The array must not be changed.
 *
 * @param scaling calibrates raw scores; fitted to all scores out of fold, which its two parameters
 *     cannot follow closely enough to flatter them
 * @param calibration the same with its reliability
 * @param probabilities calibrated probability of default of each row, out of fold
 * @param quality at the cheapest threshold
 * @param confusion at that threshold
 * @param auc with its interval
 * @param costCurve cost against threshold
 * @param foldAuc AUC of each fold
 */
record Judgement(
    PlattScaling scaling,
    Calibration calibration,
    double[] probabilities,
    Quality quality,
    ConfusionMatrix confusion,
    Interval auc,
    CostCurve costCurve,
    List<Double> foldAuc) {

  /**
   * @param costs of the wrong decision about each row
   * @param unit of the costs
   */
  static Judgement of(
      double[] rawScores,
      boolean[] defaulted,
      double[] costs,
      String unit,
      Folds folds,
      long seed) {
    PlattScaling scaling = PlattScaling.fit(rawScores, defaulted);
    double[] before = Arrays.stream(rawScores).map(Probability::of).toArray();
    double[] probabilities =
        Arrays.stream(rawScores).map(raw -> Probability.of(scaling.apply(raw))).toArray();
    RankedRows rows = RankedRows.of(probabilities, defaulted, costs);
    Quality quality = Qualities.atCheapest(rows);
    double threshold = quality.threshold();
    List<Interval> intervals =
        new Bootstrap(rows, seed)
            .intervals(
                List.of(
                    RocAuc::of,
                    ExpectedCost::cheapestThreshold,
                    sample -> ExpectedCost.at(threshold, sample)));
    return new Judgement(
        scaling,
        new Calibration(
            scaling.slope(),
            scaling.offset(),
            Reliability.bins(before, defaulted),
            Reliability.bins(probabilities, defaulted)),
        probabilities,
        quality,
        ConfusionMatrix.at(threshold, rows),
        intervals.get(0),
        CostCurves.of(rows, unit, intervals.get(1), intervals.get(2)),
        IntStream.range(0, folds.count())
            .mapToObj(fold -> aucOf(folds.heldOut(fold), probabilities, defaulted))
            .toList());
  }

  private static Double aucOf(int[] rows, double[] probabilities, boolean[] defaulted) {
    double[] scores = new double[rows.length];
    boolean[] outcomes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = probabilities[rows[i]];
      outcomes[i] = defaulted[rows[i]];
    }
    return RocAuc.of(scores, outcomes);
  }

  /** Says how good the model is. */
  @Override
  public String toString() {
    return "Judgement[" + quality + "]";
  }
}
