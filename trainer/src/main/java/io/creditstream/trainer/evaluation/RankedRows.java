package io.creditstream.trainer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Scored rows with known outcomes, the highest score first; each counts as often as its weight
 * says. The basis of all figures of quality.
 */
public final class RankedRows {

  private final double[] scores;
  private final boolean[] defaulted;
  private final double[] costs;
  private final int[] weights;

  private RankedRows(double[] scores, boolean[] defaulted, double[] costs, int[] weights) {
    this.scores = scores;
    this.defaulted = defaulted;
    this.costs = costs;
    this.weights = weights;
  }

  /**
   * Ranks rows.
   *
   * @param scores the higher, the likelier a default
   * @param defaulted outcome of each row
   * @param costs what the wrong decision about each row costs: approval of a default, refusal of a
   *     good loan
   * @throws IllegalArgumentException if the arrays differ in length, or a score is NaN
   */
  public static RankedRows of(double[] scores, boolean[] defaulted, double[] costs) {
    int rows = scores.length;
    if (defaulted.length != rows || costs.length != rows) {
      throw new IllegalArgumentException("every score needs an outcome");
    }
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a score is no number");
    }
    Integer[] order = IntStream.range(0, rows).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble((Integer row) -> scores[row]).reversed());
    double[] rankedScores = new double[rows];
    boolean[] rankedOutcomes = new boolean[rows];
    double[] rankedCosts = new double[rows];
    int[] weights = new int[rows];
    for (int i = 0; i < rows; i++) {
      // Adding 0.0 makes one zero of the two.
      rankedScores[i] = scores[order[i]] + 0.0;
      rankedOutcomes[i] = defaulted[order[i]];
      rankedCosts[i] = costs[order[i]];
      weights[i] = 1;
    }
    return new RankedRows(rankedScores, rankedOutcomes, rankedCosts, weights);
  }

  /** Ranks rows of which costs are of no interest. */
  public static RankedRows of(double[] scores, boolean[] defaulted) {
    return of(scores, defaulted, new double[scores.length]);
  }

  /** As many rows drawn from these at random with replacement. */
  public RankedRows resample(SplittableRandom random) {
    int[] drawn = new int[scores.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[random.nextInt(drawn.length)]++;
    }
    return new RankedRows(scores, defaulted, costs, drawn);
  }

  /** The number of places, some of which may have weight 0. */
  int size() {
    return scores.length;
  }

  double score(int place) {
    return scores[place];
  }

  boolean defaulted(int place) {
    return defaulted[place];
  }

  double cost(int place) {
    return costs[place];
  }

  int weight(int place) {
    return weights[place];
  }

  /** The place after the last one whose score equals that of the given place. */
  int endOfTie(int place) {
    int end = place + 1;
    while (end < scores.length && scores[end] == scores[place]) {
      end++;
    }
    return end;
  }

  /** The rows of one class. */
  long count(boolean outcome) {
    long count = 0;
    for (int i = 0; i < weights.length; i++) {
      count += defaulted[i] == outcome ? weights[i] : 0;
    }
    return count;
  }

  long total() {
    return count(true) + count(false);
  }

  /** Says how many there are. */
  @Override
  public String toString() {
    return "RankedRows[" + scores.length + " rows]";
  }
}
