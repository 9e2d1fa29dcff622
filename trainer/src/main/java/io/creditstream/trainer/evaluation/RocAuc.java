package io.creditstream.trainer.evaluation;

/** Area under the ROC curve. */
public final class RocAuc {

  private RocAuc() {}

  /**
   * The probability that a random default has a higher score than a random good loan, ties counted
   * half: Σ over groups of equal scores of n_g (P_g + p_g / 2), divided by P·N; p_g and n_g the
   * defaults and good loans of the group, P_g the defaults of all higher groups (Mann-Whitney).
   *
   * @return NaN if there is only one class
   */
  public static double of(RankedRows rows) {
    double area = 0;
    long defaults = 0;
    long goods = 0;
    for (int start = 0; start < rows.size(); ) {
      int end = rows.endOfTie(start);
      long defaultsHere = 0;
      long goodsHere = 0;
      for (int i = start; i < end; i++) {
        if (rows.defaulted(i)) {
          defaultsHere += rows.weight(i);
        } else {
          goodsHere += rows.weight(i);
        }
      }
      area += goodsHere * (defaults + defaultsHere / 2.0);
      defaults += defaultsHere;
      goods += goodsHere;
      start = end;
    }
    return area / ((double) defaults * goods);
  }

  /**
   * The same of rows that are not ranked yet.
   *
   * @throws IllegalArgumentException if a score is NaN or the arrays differ in length
   */
  public static double of(double[] scores, boolean[] defaulted) {
    return of(RankedRows.of(scores, defaulted));
  }
}
