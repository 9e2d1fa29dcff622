package io.creditstream.model.forest;

import java.util.BitSet;
import java.util.List;

/**
 * One tree. It has one leaf more than splits, and the first split is its root; a tree without
 * splits is its only leaf.
 *
 * @param splits inner nodes
 * @param leaves ends
 */
public record Tree(List<Split> splits, List<Leaf> leaves) {

  /** LightGBM explains by a call of itself a level, on the stack of the thread. */
  static final int MAX_DEPTH = 1_000;

  public Tree {
    splits = List.copyOf(splits);
    leaves = List.copyOf(leaves);
    if (leaves.size() != splits.size() + 1) {
      throw new MalformedForestException("a tree needs one leaf more than splits");
    }
    requireEachNodeOnce(splits, leaves.size());
  }

  /** The leaf where a row ends. */
  public Leaf leafOf(double[] features) {
    int node = root();
    while (!Split.isLeaf(node)) {
      Split split = splits.get(node);
      node = split.condition().goesLeft(features[split.feature()]) ? split.left() : split.right();
    }
    return leaves.get(Split.leaf(node));
  }

  /** The node where every row begins, as a child is given. */
  public int root() {
    return splits.isEmpty() ? ~0 : 0;
  }

  /** Training rows of a node, given as a child is. */
  public long count(int node) {
    return Split.isLeaf(node) ? leaves.get(Split.leaf(node)).count() : splits.get(node).count();
  }

  /** The average value over the training rows. */
  public double expectedValue() {
    if (splits.isEmpty()) {
      return leaves.get(0).value();
    }
    double total = splits.get(0).count();
    double sum = 0;
    for (Leaf leaf : leaves) {
      sum += leaf.count() / total * leaf.value();
    }
    return sum;
  }

  /** Every node but the root is the child of one split, so that each walk comes to an end. */
  private static void requireEachNodeOnce(List<Split> splits, int leaves) {
    BitSet seenSplits = new BitSet();
    BitSet seenLeaves = new BitSet();
    for (Split split : splits) {
      for (int child : new int[] {split.left(), split.right()}) {
        BitSet seen = Split.isLeaf(child) ? seenLeaves : seenSplits;
        int index = Split.isLeaf(child) ? Split.leaf(child) : child;
        int size = Split.isLeaf(child) ? leaves : splits.size();
        if (index >= size || seen.get(index) || child == 0) {
          throw new MalformedForestException("the nodes of a tree form no tree");
        }
        seen.set(index);
      }
    }
    // A cycle that hangs on nothing leaves each node one parent too.
    requireAllBelowRoot(splits);
  }

  private static void requireAllBelowRoot(List<Split> splits) {
    int reached = 0;
    int[] waiting = new int[splits.size() + 1];
    int[] depth = new int[splits.size()];
    int size = 0;
    if (!splits.isEmpty()) {
      waiting[size++] = 0;
    }
    while (size > 0) {
      int node = waiting[--size];
      reached++;
      if (depth[node] >= MAX_DEPTH) {
        throw new MalformedForestException("a tree is deeper than " + MAX_DEPTH);
      }
      for (int child : new int[] {splits.get(node).left(), splits.get(node).right()}) {
        if (!Split.isLeaf(child)) {
          depth[child] = depth[node] + 1;
          waiting[size++] = child;
        }
      }
    }
    if (reached != splits.size()) {
      throw new MalformedForestException("the nodes of a tree form no tree");
    }
  }
}
