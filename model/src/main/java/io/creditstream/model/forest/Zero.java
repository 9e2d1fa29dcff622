package io.creditstream.model.forest;

/** What LightGBM takes for zero: it drops values this small from a row before it scores the row. */
public final class Zero {

  /** The single-precision number next to 1e-35, as in LightGBM. */
  public static final double THRESHOLD = 1e-35f;

  private Zero() {}

  /** Whether a value counts as zero; NaN does not. */
  public static boolean is(double value) {
    return Math.abs(value) <= THRESHOLD;
  }

  /** The value, or 0 if it counts as zero. */
  public static double flush(double value) {
    return is(value) ? 0 : value;
  }
}
