package io.creditstream.model.compiled;

import io.creditstream.model.forest.UnsupportedForestException;

/**
 * A node of a flat tree in one word: from the top the code of its split (16 bits), the slot that it
 * looks at (16 bits), the index of its left child (32 bits). The right child follows the left. A
 * leaf is a node that always leads to itself.
 */
final class PackedNode {

  private static final int CODE_SHIFT = 48;
  private static final int SLOT_SHIFT = 32;
  private static final int LIMIT = 1 << 16;

  private PackedNode() {}

  static long split(int code, int slot, int left) {
    if (code >= LIMIT || slot >= LIMIT) {
      throw new UnsupportedForestException("the model has too many thresholds");
    }
    return (long) code << CODE_SHIFT | (long) slot << SLOT_SHIFT | left;
  }

  static long leaf(int index) {
    return split(0, FeatureCodes.ZERO_SLOT, index);
  }

  /**
   * The next node on the way of a row, without a branch: the sign says that its code is greater.
   */
  static int next(long node, int[] codes) {
    int slot = (int) (node >>> SLOT_SHIFT) & (LIMIT - 1);
    return (int) node + (((int) (node >>> CODE_SHIFT) - codes[slot]) >>> 31);
  }
}
