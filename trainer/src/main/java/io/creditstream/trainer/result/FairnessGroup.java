package io.creditstream.trainer.result;

/**
 * Decisions about one group at the threshold, on out-of-fold predictions.
 *
 * @param attribute what the groups differ in
 * @param group which of them
 * @param rows its size
 * @param approvalRate share of approved applications
 * @param approvalRatio its approval rate over the highest one among groups that are large enough
 * @param truePositiveRate share of its defaults that are declined; NaN without defaults
 * @param falsePositiveRate share of its good loans that are declined; NaN without good loans
 * @param large whether it is large enough for a verdict
 */
public record FairnessGroup(
    String attribute,
    String group,
    long rows,
    double approvalRate,
    double approvalRatio,
    double truePositiveRate,
    double falsePositiveRate,
    boolean large) {

  /** The four-fifths rule: an approval ratio below it is taken for adverse impact. */
  public static final double FOUR_FIFTHS = 0.8;

  /** Whether the group is large enough and approved less than four fifths as often. */
  public boolean adverse() {
    return large && approvalRatio < FOUR_FIFTHS;
  }
}
