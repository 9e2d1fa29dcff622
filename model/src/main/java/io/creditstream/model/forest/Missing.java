package io.creditstream.model.forest;

/** What a numeric split takes for a missing value. */
public enum Missing {
  /** Nothing: NaN counts as zero. */
  NONE,
  /** Zero, and NaN, which counts as zero. */
  ZERO,
  /** NaN. */
  NAN
}
