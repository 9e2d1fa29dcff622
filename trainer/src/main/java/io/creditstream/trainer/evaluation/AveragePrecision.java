package io.creditstream.trainer.evaluation;

/** Area under the precision-recall curve. */
public final class AveragePrecision {

  private AveragePrecision() {}

  /**
   * Σ (R_g − R_{g−1}) · P_g over groups of equal scores from the highest on, P_g and R_g precision
   * and recall if all rows down to the group are taken for defaults: the step-wise area, which
   * unlike the trapezoidal one is not too optimistic.
   *
   * @return NaN without defaults
   */
  public static double of(RankedRows rows) {
    double sum = 0;
    long taken = 0;
    long defaults = 0;
    for (int start = 0; start < rows.size(); ) {
      int end = rows.endOfTie(start);
      long before = defaults;
      for (int i = start; i < end; i++) {
        taken += rows.weight(i);
        defaults += rows.defaulted(i) ? rows.weight(i) : 0;
      }
      if (defaults > before) {
        sum += (double) (defaults - before) * defaults / taken;
      }
      start = end;
    }
    return sum / defaults;
  }
}
