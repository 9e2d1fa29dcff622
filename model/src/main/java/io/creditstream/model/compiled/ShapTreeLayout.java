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

  /** A node that waits for its number, given as a child is. */
  private record Waiting(int node, @Nullable Step path) {}

  private final Tree tree;
  private final SplitCodes splitCodes;
  private final Map<Integer, GaussLegendre> rules;
  private final ShapTree laid;
  private final Deque<Waiting> stack = new ArrayDeque<>();
  private int nextSplit;
  private int nextLeaf;
  private int distinct;

  private ShapTreeLayout(Tree tree, SplitCodes splitCodes, Map<Integer, GaussLegendre> rules) {
    this.tree = tree;
    this.splitCodes = splitCodes;
    this.rules = rules;
    int splits = tree.splits().size();
    this.laid =
        new ShapTree(
            new int[splits],
            new int[splits],
            new int[splits],
            new int[splits],
            new int[2 * splits],
            new double[2 * splits],
            new double[2 * splits],
            new double[tree.leaves().size()],
            rule(0));
  }

  /**
   * The tree laid out.
   *
   * @param rules by number of points; those that are missing are added
   * @throws UnsupportedForestException if it does not tell how many training rows went where
   */
  static ShapTree of(Tree tree, SplitCodes codes, Map<Integer, GaussLegendre> rules) {
    requireCounts(tree);
    return new ShapTreeLayout(tree, codes, rules).lay();
  }

  private ShapTree lay() {
    stack.push(new Waiting(tree.root(), null));
    while (!stack.isEmpty()) {
      Waiting next = stack.pop();
      if (Split.isLeaf(next.node())) {
        leaf(next);
      } else {
        split(next);
      }
    }
    return new ShapTree(
        laid.features(),
        laid.slots(),
        laid.codes(),
        laid.earlier(),
        laid.children(),
        laid.ratios(),
        laid.shares(),
        laid.values(),
        rule((distinct + 1) / 2));
  }

  /** A rule of at least so many points. */
  private GaussLegendre rule(int needed) {
    int blocks = (needed + ShapKernel.LANES - 1) / ShapKernel.LANES;
    return rules.computeIfAbsent(blocks * ShapKernel.LANES, GaussLegendre::of);
  }

  private void leaf(Waiting next) {
    number(next.path(), laid.splits() + nextLeaf);
    laid.values()[nextLeaf++] = tree.leaves().get(Split.leaf(next.node())).value();
    distinct = Math.max(distinct, next.path() == null ? 0 : next.path().distinct());
  }

  private void split(Waiting next) {
    int i = nextSplit++;
    number(next.path(), i);
    Split split = tree.splits().get(next.node());
    Step earlier = earlier(split.feature(), next.path());
    laid.features()[i] = split.feature();
    laid.slots()[i] = splitCodes.slot(split);
    laid.codes()[i] = splitCodes.code(split);
    laid.earlier()[i] = earlier == null ? ShapTree.NONE : earlier.child();
    int[] sides = {split.left(), split.right()};
    for (int side = 1; side >= 0; side--) {
      int child = 2 * i + side;
      double ratio = tree.count(sides[side]) / (double) split.count();
      laid.ratios()[child] = ratio;
      laid.shares()[child] = earlier == null ? ratio : ratio * laid.shares()[earlier.child()];
      int before = next.path() == null ? 0 : next.path().distinct();
      int features = earlier == null ? before + 1 : before;
      stack.push(new Waiting(sides[side], new Step(split.feature(), child, features, next.path())));
    }
  }

  private void number(@Nullable Step path, int node) {
    if (path != null) {
      laid.children()[path.child()] = node;
    }
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
