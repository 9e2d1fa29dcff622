package io.creditstream.model.forest;

import java.util.BitSet;

/**
 * Left if the value, cut to a whole number, is one of a set of categories. Missing, negative and
 * unknown values go right.
 *
 * @param categories the set. Must not be changed
 */
public record CategoryCondition(BitSet categories) implements Condition {

  @Override
  public boolean goesLeft(double value) {
    return contains(categoryOf(value));
  }

  /** The category that a value stands for; −1 if it is missing or negative. */
  public static int categoryOf(double value) {
    return Double.isNaN(value) ? -1 : Math.max(-1, (int) value);
  }

  /** Whether a category goes left. */
  public boolean contains(int category) {
    return category >= 0 && categories.get(category);
  }
}
