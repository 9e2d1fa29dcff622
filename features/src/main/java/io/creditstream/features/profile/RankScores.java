package io.creditstream.features.profile;

import java.util.Arrays;

/**
 * Turns the values of a number into scores by their rank among the reference: those of the bin with
 * cumulative share u in its middle become √12 (u − ½), so that outliers weigh no more than others.
 * A missing value becomes 0.
 */
public final class RankScores {

  private static final double SCALE = Math.sqrt(12);

  private final double[] edges;
  private final double[] scores;

  public RankScores(NumericProfile profile) {
    edges = profile.ksEdges();
    scores = new double[profile.ksCounts().length];
    double all = Arrays.stream(profile.ksCounts()).sum();
    double below = 0;
    for (int bin = 0; bin < scores.length; bin++) {
      double count = profile.ksCounts()[bin];
      scores[bin] = all == 0 ? 0 : SCALE * ((below + count / 2) / all - 0.5);
      below += count;
    }
  }

  /** The score of a value; NaN for missing. */
  public double of(double value) {
    return Double.isNaN(value) ? 0 : scores[NumericBins.indexOf(edges, value)];
  }
}
