package io.creditstream.drift.output;

/**
 * Bins of a probability, of {@link #WIDTH} in log-odds: fine enough that an area under the ROC
 * curve from counts in them differs from the exact one by less than any interval of it.
 */
final class ScoreBins {

  /** Width of a bin in log-odds. */
  static final double WIDTH = 0.02;

  private static final int OUTERMOST = 500;

  private ScoreBins() {}

  /** The bin of a probability, from −500 to 500; beyond these the outermost. */
  static int of(double probability) {
    double logOdds = Math.log(probability / (1 - probability));
    double bin = Math.floor(logOdds / WIDTH);
    return (int) Math.max(-OUTERMOST, Math.min(OUTERMOST, bin));
  }

  /** The probability in the middle of a bin. */
  static double probability(int bin) {
    return 1 / (1 + Math.exp(-(bin + 0.5) * WIDTH));
  }
}
