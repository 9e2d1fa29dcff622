package io.creditstream.trainer.report;

/**
 * What would be decided if all of at least a threshold were declined.
 *
 * @param threshold probability of default
 * @param truePositives defaults that are declined
 * @param falsePositives good loans that are declined
 * @param trueNegatives good loans that are approved
 * @param falseNegatives defaults that are approved
 */
record OperatingPoint(
    double threshold,
    long truePositives,
    long falsePositives,
    long trueNegatives,
    long falseNegatives) {

  double approvalRate() {
    return (double) (trueNegatives + falseNegatives) / rows();
  }

  double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /** Share of defaults among the approved. */
  double badRate() {
    return (double) falseNegatives / (trueNegatives + falseNegatives);
  }

  private long rows() {
    return truePositives + falsePositives + trueNegatives + falseNegatives;
  }
}
