package io.creditstream.trainer.report;

import io.creditstream.trainer.result.OutOfFold;
import java.util.ArrayList;
import java.util.List;

/**
 * Loans whose probability of default lies in [from, to), the last bin with its end.
 *
 * @param from lower end
 * @param to upper end
 * @param repaid good loans
 * @param defaulted the others
 */
record ScoreBin(double from, double to, long repaid, long defaulted) {

  private static final int BINS = 20;

  /** Bins of equal width from 0 to the largest probability. */
  static List<ScoreBin> of(OutOfFold predictions) {
    double top = 0.01;
    for (double probability : predictions.probabilities()) {
      top = Math.max(top, probability);
    }
    long[] repaid = new long[BINS];
    long[] defaulted = new long[BINS];
    for (int i = 0; i < predictions.defaulted().length; i++) {
      int bin = Math.min(BINS - 1, (int) (predictions.probabilities()[i] / top * BINS));
      (predictions.defaulted()[i] ? defaulted : repaid)[bin]++;
    }
    List<ScoreBin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      bins.add(new ScoreBin(b * top / BINS, (b + 1) * top / BINS, repaid[b], defaulted[b]));
    }
    return bins;
  }
}
