package io.creditstream.features.catalog;

/** What must be heeded when a feature is used or shown. */
public enum Sensitivity {
  /** Nothing. */
  NONE,
  /**
   * A protected attribute or its close proxy (age, family status): used, never given as a reason.
   */
  PROTECTED,
  /** A protected attribute that is left out of training unless asked for: gender. */
  EXCLUDED
}
