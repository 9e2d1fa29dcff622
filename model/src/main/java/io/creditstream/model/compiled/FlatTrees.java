package io.creditstream.model.compiled;

import io.creditstream.model.forest.Forest;
import io.creditstream.model.forest.Split;
import io.creditstream.model.forest.Tree;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * All trees in one array of nodes. Eight trees are walked at the same time, since a processor waits
 * for each step of a walk longer than the step takes; the values are added up in the order of the
 * trees, which gives LightGBM's score to the last bit. Immutable.
 */
final class FlatTrees {

  private static final int TOGETHER = 8;

  /** Greatest code that each split sends to the left; infinity in a leaf. */
  private final double[] thresholds;

  /**
   * Of each node its slot (upper 32 bits) and its left child, which the right one follows. A leaf
   * always leads to itself.
   */
  private final long[] links;

  /** Value of each node that is a leaf. */
  private final double[] values;

  /** First node of each tree; filled up to a multiple of eight with a tree of one node. */
  private final int[] roots;

  /** Steps after which all trees of a group of eight have come to a leaf. */
  private final int[] steps;

  private final int trees;

  FlatTrees(Forest forest, SplitCodes codes) {
    this.trees = forest.trees().size();
    int size = 1;
    for (Tree tree : forest.trees()) {
      size += tree.splits().size() + tree.leaves().size();
    }
    this.thresholds = new double[size];
    this.links = new long[size];
    this.values = new double[size];
    int groups = (trees + TOGETHER - 1) / TOGETHER;
    this.roots = new int[groups * TOGETHER];
    this.steps = new int[groups];
    int end = size - 1;
    leaf(end, 0);
    Arrays.fill(roots, trees, roots.length, end);
    int next = 0;
    for (int i = 0; i < trees; i++) {
      Tree tree = forest.trees().get(i);
      roots[i] = next;
      steps[i / TOGETHER] = Math.max(steps[i / TOGETHER], lay(tree, next, codes));
      next += tree.splits().size() + tree.leaves().size();
    }
  }

  /** A node that waits for its place: {@code node} as a child is given. */
  private record Waiting(int node, int place, int depth) {}

  /** Lays a tree from a place on, level by level, and gives its depth. */
  private int lay(Tree tree, int first, SplitCodes codes) {
    Queue<Waiting> queue = new ArrayDeque<>();
    queue.add(new Waiting(tree.root(), first, 0));
    int next = first + 1;
    int depth = 0;
    while (!queue.isEmpty()) {
      Waiting at = queue.remove();
      depth = at.depth();
      if (Split.isLeaf(at.node())) {
        leaf(at.place(), tree.leaves().get(Split.leaf(at.node())).value());
      } else {
        Split split = tree.splits().get(at.node());
        thresholds[at.place()] = codes.threshold(split);
        links[at.place()] = (long) codes.slot(split) << Integer.SIZE | next;
        queue.add(new Waiting(split.left(), next++, depth + 1));
        queue.add(new Waiting(split.right(), next++, depth + 1));
      }
    }
    return depth;
  }

  private void leaf(int place, double value) {
    thresholds[place] = Double.POSITIVE_INFINITY;
    links[place] = (long) FeatureCodes.ZERO_SLOT << Integer.SIZE | place;
    values[place] = value;
  }

  /**
   * The next node on the way of a row, without a branch: the sign says that its code is greater.
   */
  private int next(int node, double[] codes) {
    long link = links[node];
    double difference = thresholds[node] - codes[(int) (link >>> Integer.SIZE)];
    return (int) link + (int) (Double.doubleToRawLongBits(difference) >>> 63);
  }

  /** The raw score of a row, given by its codes. */
  double rawScore(double[] codes) {
    double sum = 0;
    for (int tree = 0; tree < trees; tree += TOGETHER) {
      int a = roots[tree];
      int b = roots[tree + 1];
      int c = roots[tree + 2];
      int d = roots[tree + 3];
      int e = roots[tree + 4];
      int f = roots[tree + 5];
      int g = roots[tree + 6];
      int h = roots[tree + 7];
      for (int step = steps[tree / TOGETHER]; step > 0; step--) {
        a = next(a, codes);
        b = next(b, codes);
        c = next(c, codes);
        d = next(d, codes);
        e = next(e, codes);
        f = next(f, codes);
        g = next(g, codes);
        h = next(h, codes);
      }
      // What fills up the last group adds zeros, which change nothing: no sum from +0 on is −0.
      sum = sum + values[a] + values[b] + values[c] + values[d];
      sum = sum + values[e] + values[f] + values[g] + values[h];
    }
    return sum;
  }
}
