package io.creditstream.advisor.whatif;

/** Amounts as people say them. */
final class RoundAmount {

  private static final double SHARE = 0.01;

  private RoundAmount() {}

  /**
   * What amounts of a size are counted in: the largest of 1, 5, 10, 50, 100, 500 and so on that is
   * at most a hundredth of it, at least 1.
   */
  static double unit(double amount) {
    double unit = 1;
    boolean five = true;
    while (unit * (five ? 5 : 2) <= amount * SHARE) {
      unit *= five ? 5 : 2;
      five = !five;
    }
    return unit;
  }

  /** A share of an amount, in units of the whole. */
  static double share(double amount, double share) {
    double unit = unit(amount);
    return Math.round(amount * share / unit) * unit;
  }
}
