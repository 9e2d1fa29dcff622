package io.creditstream.trainer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Area under the ROC curve. */
public final class RocAuc {

  private RocAuc() {}

  /**
   * The probability that a random default has a higher score than a random good loan, ties counted
   * half: (R − p(p+1)/2) / (p·n), R the sum of the mid-ranks of the p defaults among n good loans
   * (Mann-Whitney).
   *
   * @return NaN if there is only one class
   * @throws IllegalArgumentException if a score is NaN or the arrays differ in length
   */
  public static double of(double[] scores, boolean[] defaulted) {
    if (scores.length != defaulted.length) {
      throw new IllegalArgumentException("every score needs an outcome");
    }
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a score is no number");
    }
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double rankSum = 0;
    long positives = 0;
    for (int start = 0; start < order.length; ) {
      int end = start;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        end++;
      }
      double midRank = (start + 1 + end) / 2.0;
      for (int i = start; i < end; i++) {
        if (defaulted[order[i]]) {
          rankSum += midRank;
          positives++;
        }
      }
      start = end;
    }
    long negatives = scores.length - positives;
    if (positives == 0 || negatives == 0) {
      return Double.NaN;
    }
    return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }
}
