package io.creditstream.trainer.result;

import java.util.List;

/**
 * How raw scores become probabilities: p = 1 / (1 + e^−(slope · raw + offset)), Platt's scaling.
 *
 * @param slope above 0, so that ranks are kept
 * @param offset in log-odds
 * @param before reliability of the uncalibrated probabilities
 * @param after reliability of the calibrated ones
 */
public record Calibration(
    double slope, double offset, List<ReliabilityBin> before, List<ReliabilityBin> after) {

  public Calibration {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
