package io.creditstream.drift.output;

/**
 * Numbers as whole multiples of 2⁻³⁰, so that sums of them do not depend on the order: good for
 * values of ordinary size, of which billions can be summed.
 */
final class FixedPoint {

  private static final double ONE = 1 << 30;

  private FixedPoint() {}

  static long of(double value) {
    return Math.round(value * ONE);
  }

  static double toDouble(long fixed) {
    return fixed / ONE;
  }
}
