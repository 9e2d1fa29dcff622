package io.creditstream.trainer.evaluation;

/** How far apart the scores of the two classes are. */
public final class KolmogorovSmirnov {

  private KolmogorovSmirnov() {}

  /**
   * The greatest difference between the shares of the defaults and of the good loans that have at
   * least a score: max |F_default(s) − F_good(s)|.
   *
   * @return NaN if there is only one class
   */
  public static double of(RankedRows rows) {
    double allDefaults = rows.count(true);
    double allGoods = rows.count(false);
    if (allDefaults == 0 || allGoods == 0) {
      return Double.NaN;
    }
    double greatest = 0;
    long defaults = 0;
    long goods = 0;
    for (int start = 0; start < rows.size(); ) {
      int end = rows.endOfTie(start);
      for (int i = start; i < end; i++) {
        if (rows.defaulted(i)) {
          defaults += rows.weight(i);
        } else {
          goods += rows.weight(i);
        }
      }
      greatest = Math.max(greatest, Math.abs(defaults / allDefaults - goods / allGoods));
      start = end;
    }
    return greatest;
  }
}
