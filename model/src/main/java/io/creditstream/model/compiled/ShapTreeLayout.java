package io.creditstream.model.compiled;

import io.creditstream.model.forest.Split;
import io.creditstream.model.forest.Tree;
import io.creditstream.model.forest.UnsupportedForestException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a tree out for {@link ShapKernel}, from the root down. */
final class ShapTreeLayout {

  /**
   * A child on the path to a node; {@code distinct} features are on the path down to it.
   *
   * @param above the child on the path before it
   */
  private record Step(int feature, int child, int distinct, @Nullable Step above) {}

  /** A node of the tree that waits to be laid, given as a child is. */
  private record Waiting(int node, @Nullable Step path) {}

  private final Tree tree;
  private final SplitCodes splitCodes;
  private final Deque<Waiting> stack = new ArrayDeque<>();

  /** Splits of the tree in the order in which they were laid. */
  private final int[] order;

  /** Number of each split of the tree. */
  private final int[] numbers;

  private final int inner;
  private int laid;
  private int laidTwigs;
  private int laidLeaves;
  private int distinct;

  private final int[] features;
  private final int[] slots;
  private final double[] thresholds;
  private final int[] places;
  private final int[] earlier;
  private final double[] shares;
  private final int[] below;
  private final double[] leaves;
  private final double[] twigLeaves;

  private ShapTreeLayout(Tree tree, SplitCodes splitCodes) {
    this.tree = tree;
    this.splitCodes = splitCodes;
    int splits = tree.splits().size();
    int twigs = (int) tree.splits().stream().filter(ShapTreeLayout::isTwig).count();
    this.inner = splits - twigs;
    this.order = new int[splits];
    this.numbers = new int[splits];
    this.features = new int[splits];
    this.slots = new int[splits];
    this.thresholds = new double[splits];
    this.places = new int[splits];
    this.earlier = new int[splits];
    this.shares = new double[2 * splits];
    this.below = new int[2 * inner];
    this.leaves = new double[tree.leaves().size() - 2 * twigs];
    this.twigLeaves = new double[2 * twigs];
  }

  /**
   * A tree with splits laid out.
   *
   * @param rules by number of points; those that are missing are added
   * @throws UnsupportedForestException if it does not tell how many training rows went where
   */
  static ShapTree of(Tree tree, SplitCodes codes, Map<Integer, GaussRadau> rules) {
    requireCounts(tree);
    return new ShapTreeLayout(tree, codes).lay(rules);
  }

  private ShapTree lay(Map<Integer, GaussRadau> rules) {
    stack.push(new Waiting(tree.root(), null));
    while (!stack.isEmpty()) {
      Waiting next = stack.pop();
      if (Split.isLeaf(next.node())) {
        leaf(tree.leaves().get(Split.leaf(next.node())).value(), next.path());
      } else {
        split(next.node(), next.path());
      }
    }
    // With n points besides 0 it is exact up to the power 2n.
    int blocks = (distinct / 2 + ShapKernel.LANES - 1) / ShapKernel.LANES;
    GaussRadau rule = rules.computeIfAbsent(blocks * ShapKernel.LANES, GaussRadau::of);
    return new ShapTree(
        features,
        slots,
        thresholds,
        places,
        earlier,
        shares,
        below,
        leaves,
        twigLeaves,
        atZero(rule.zeroWeight()),
        rule);
  }

  private void split(int node, @Nullable Step path) {
    Split split = tree.splits().get(node);
    int i = isTwig(split) ? inner + laidTwigs++ : laid - laidTwigs;
    order[laid++] = node;
    numbers[node] = i;
    if (path != null) {
      places[i] = path.child();
      below[path.child()] = i;
    }
    Step before = earlier(split.feature(), path);
    features[i] = split.feature();
    slots[i] = splitCodes.slot(split);
    thresholds[i] = splitCodes.threshold(split);
    earlier[i] = before == null ? ShapTree.NONE : before.child();
    int above = path == null ? 0 : path.distinct();
    int with = before == null ? above + 1 : above;
    int[] sides = {split.left(), split.right()};
    for (int side = 1; side >= 0; side--) {
      int child = 2 * i + side;
      double ratio = tree.count(sides[side]) / (double) split.count();
      shares[child] = before == null ? ratio : ratio * shares[before.child()];
      stack.push(new Waiting(sides[side], new Step(split.feature(), child, with, path)));
    }
  }

  private void leaf(double value, @Nullable Step path) {
    if (path == null) {
      throw new IllegalArgumentException("a tree without splits has no layout");
    }
    distinct = Math.max(distinct, path.distinct());
    if (path.child() < below.length) {
      below[path.child()] = order.length + laidLeaves;
      leaves[laidLeaves++] = value;
    } else {
      twigLeaves[path.child() - below.length] = value;
    }
  }

  /**
   * At the point 0 every factor is a share: a child adds the share of the training rows that come
   * to its split, times how far the average below it differs from that below its split.
   */
  private double[] atZero(double weight) {
    double[] atZero = new double[shares.length];
    double[] averages = new double[order.length];
    double rows = tree.count(tree.root());
    for (int i = order.length - 1; i >= 0; i--) {
      Split split = tree.splits().get(order[i]);
      double left = average(split.left(), averages);
      double right = average(split.right(), averages);
      double leftShare = tree.count(split.left()) / (double) split.count();
      double average = leftShare * left + (1 - leftShare) * right;
      averages[order[i]] = average;
      int number = numbers[order[i]];
      double others = split.count() / rows / shareOf(earlier[number]);
      atZero[2 * number] = weight * others * (left - average);
      atZero[2 * number + 1] = weight * others * (right - average);
    }
    return atZero;
  }

  private double shareOf(int child) {
    return child == ShapTree.NONE ? 1 : shares[child];
  }

  private double average(int node, double[] averages) {
    return Split.isLeaf(node) ? tree.leaves().get(Split.leaf(node)).value() : averages[node];
  }

  private static boolean isTwig(Split split) {
    return Split.isLeaf(split.left()) && Split.isLeaf(split.right());
  }

  private static @Nullable Step earlier(int feature, @Nullable Step path) {
    Step step = path;
    while (step != null && step.feature() != feature) {
      step = step.above();
    }
    return step;
  }

  private static void requireCounts(Tree tree) {
    for (Split split : tree.splits()) {
      long left = tree.count(split.left());
      long right = tree.count(split.right());
      if (left <= 0 || right <= 0 || left + right != split.count()) {
        throw new UnsupportedForestException("the counts of a tree do not add up");
      }
    }
  }
}
