package io.creditstream.trainer.evaluation;

/**
 * Decisions against outcomes; positive means default.
 *
 * @param truePositives defaults that were declined
 * @param falsePositives good loans that were declined
 * @param trueNegatives good loans that were approved
 * @param falseNegatives defaults that were approved
 */
public record ConfusionMatrix(
    long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

  /** Counts decisions that decline from a threshold on. */
  public static ConfusionMatrix at(double threshold, double[] probabilities, boolean[] defaulted) {
    long[] counts = new long[4];
    for (int i = 0; i < probabilities.length; i++) {
      counts[(probabilities[i] >= threshold ? 2 : 0) + (defaulted[i] ? 1 : 0)]++;
    }
    return new ConfusionMatrix(counts[3], counts[2], counts[0], counts[1]);
  }

  public long total() {
    return truePositives + falsePositives + trueNegatives + falseNegatives;
  }

  /** Share of right decisions. */
  public double accuracy() {
    return (double) (truePositives + trueNegatives) / total();
  }
}
