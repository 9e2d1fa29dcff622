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
  public static ConfusionMatrix at(double threshold, RankedRows rows) {
    long[] counts = new long[4];
    for (int i = 0; i < rows.size(); i++) {
      counts[(rows.score(i) >= threshold ? 2 : 0) + (rows.defaulted(i) ? 1 : 0)] += rows.weight(i);
    }
    return new ConfusionMatrix(counts[3], counts[2], counts[0], counts[1]);
  }

  /** The same of rows that are not ranked. */
  public static ConfusionMatrix at(double threshold, double[] probabilities, boolean[] defaulted) {
    return at(threshold, RankedRows.of(probabilities, defaulted));
  }

  public long total() {
    return truePositives + falsePositives + trueNegatives + falseNegatives;
  }

  /** Share of right decisions: (TP + TN) / total. */
  public double accuracy() {
    return (double) (truePositives + trueNegatives) / total();
  }

  /** Share of the defaults that are declined: TP / (TP + FN); NaN without defaults. */
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** Share of defaults among the declined: TP / (TP + FP); NaN if none is declined. */
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }
}
