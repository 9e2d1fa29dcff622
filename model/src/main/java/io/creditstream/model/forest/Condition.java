package io.creditstream.model.forest;

/** What sends a row to the left of a split. */
public sealed interface Condition permits NumericCondition, CategoryCondition {

  /** Whether a row with this value goes left; NaN where missing. */
  boolean goesLeft(double value);
}
