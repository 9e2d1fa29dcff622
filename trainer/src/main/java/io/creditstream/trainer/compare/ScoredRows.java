package io.creditstream.trainer.compare;

import io.creditstream.model.Probability;
import io.creditstream.trainer.calibration.PlattScaling;
import io.creditstream.trainer.evaluation.Qualities;
import io.creditstream.trainer.evaluation.RankedRows;
import io.creditstream.trainer.result.Quality;
import java.util.Arrays;

/** Outcomes and costs of the rows that models are compared on. */
public final class ScoredRows {

  private static final double TWO_SIDED_5_PERCENT = 1.96;

  private final boolean[] defaulted;
  private final double[] costs;

  /**
   * @param costs of the wrong decision about each row
   */
  public ScoredRows(boolean[] defaulted, double[] costs) {
    this.defaulted = defaulted;
    this.costs = costs;
  }

  boolean[] defaulted() {
    return defaulted;
  }

  /**
   * The quality of raw scores out of fold, calibrated, at the threshold that is cheapest for them.
   */
  public Quality quality(double[] rawScores) {
    return quality(rawScores, PlattScaling.fit(rawScores, defaulted));
  }

  Quality quality(double[] rawScores, PlattScaling scaling) {
    return Qualities.atCheapest(RankedRows.of(probabilities(rawScores, scaling), defaulted, costs));
  }

  /**
   * Whether decisions by one score cost less than those by another by more than chance explains:
   * the mean of the differences row by row is below −1.96 standard errors, each score at the
   * threshold that is cheapest for it.
   */
  public boolean clearlyCheaper(double[] rawScores, double[] thanRawScores) {
    double[] ours = paid(rawScores);
    double[] theirs = paid(thanRawScores);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < ours.length; i++) {
      double difference = ours[i] - theirs[i];
      sum += difference;
      squares += difference * difference;
    }
    int rows = ours.length;
    double mean = sum / rows;
    double error = Math.sqrt(Math.max(0, squares / rows - mean * mean) / rows);
    return mean < -TWO_SIDED_5_PERCENT * error;
  }

  /** What the decision about each row costs. */
  private double[] paid(double[] rawScores) {
    PlattScaling scaling = PlattScaling.fit(rawScores, defaulted);
    double threshold = quality(rawScores, scaling).threshold();
    double[] probabilities = probabilities(rawScores, scaling);
    double[] paid = new double[rawScores.length];
    for (int i = 0; i < paid.length; i++) {
      paid[i] = (probabilities[i] >= threshold) == defaulted[i] ? 0 : costs[i];
    }
    return paid;
  }

  private static double[] probabilities(double[] rawScores, PlattScaling scaling) {
    return Arrays.stream(rawScores).map(raw -> Probability.of(scaling.apply(raw))).toArray();
  }
}
