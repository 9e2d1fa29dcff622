package io.creditstream.model.forest;

import java.util.Objects;

/**
 * An inner node of a tree. A child at or above 0 is the index of a split, one below 0 is −1 − the
 * index of a leaf.
 *
 * @param feature index of the feature in the vector
 * @param condition what goes left
 * @param left child of the rows that go left
 * @param right child of all other rows
 * @param count training rows that came here
 */
public record Split(int feature, Condition condition, int left, int right, long count) {

  public Split {
    Objects.requireNonNull(condition, "condition");
    if (feature < 0) {
      throw new MalformedForestException("a split names no feature");
    }
  }

  /** Whether a child is a leaf. */
  public static boolean isLeaf(int child) {
    return child < 0;
  }

  /** The index of the leaf that a child is. */
  public static int leaf(int child) {
    return ~child;
  }
}
