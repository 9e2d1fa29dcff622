package io.creditstream.trainer.report;

import io.creditstream.trainer.result.CostCurve;
import io.creditstream.trainer.result.FairnessGroup;
import io.creditstream.trainer.result.FeatureShift;
import io.creditstream.trainer.result.ReliabilityBin;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;

/**
 * What speaks for or against a model.
 *
 * @param leaked whether the outcome seems to have leaked into the features
 * @param saves whether it costs less than the better of approving all and declining all, beyond
 *     chance
 * @param calibrated whether predicted and observed shares of defaults differ little
 * @param adverse groups that are approved less than four fifths as often as another
 * @param alerts features whose distribution has shifted
 * @param warnings features whose distribution may have shifted
 */
record Verdicts(
    boolean leaked,
    boolean saves,
    boolean calibrated,
    List<String> adverse,
    List<String> alerts,
    List<String> warnings) {

  /** Mean difference of predicted and observed shares up to which probabilities are trusted. */
  static final double CALIBRATION_LIMIT = 0.01;

  static Verdicts of(TrainingResult result, Words words) {
    CostCurve cost = result.costCurve();
    return new Verdicts(
        result.leakage().suspected(),
        cost.cost().high() < Math.min(cost.approveAll(), cost.declineAll()),
        calibrationError(result.calibration().after()) <= CALIBRATION_LIMIT,
        result.fairness().stream()
            .filter(FairnessGroup::adverse)
            .map(group -> words.term(group.attribute()) + " " + words.term(group.group()))
            .toList(),
        shifted(result, "alert"),
        shifted(result, "warning"));
  }

  boolean nothingAgainst() {
    return !leaked && saves && calibrated && adverse.isEmpty();
  }

  /**
   * Expected calibration error: the mean over the rows of |predicted − observed| of their bin
   * (Naeini, Cooper and Hauskrecht, 2015).
   */
  static double calibrationError(List<ReliabilityBin> bins) {
    double sum = 0;
    long rows = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
      rows += bin.rows();
    }
    return sum / rows;
  }

  private static List<String> shifted(TrainingResult result, String verdict) {
    return result.shift().stream()
        .filter(shift -> shift.verdict().equals(verdict))
        .map(FeatureShift::feature)
        .toList();
  }
}
