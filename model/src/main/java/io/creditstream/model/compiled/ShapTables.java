package io.creditstream.model.compiled;

import java.util.ArrayList;
import java.util.List;

/**
 * The trees of a forest with the numbers that contributions need of each: for every child e and
 * every point t_q of its tree's rule, 1 / (z_e (1 − t_q) + t_q), where z_e is the share of the
 * child. They are kept for as many trees as a budget of memory allows; for the others the kernel
 * computes them at each row. Immutable.
 */
final class ShapTables {

  private static final double[] NOT_KEPT = {};

  private final List<ShapTree> trees;
  private final List<double[]> inverses = new ArrayList<>();
  private final List<GaussLegendre> rules = new ArrayList<>();
  private long bytes;

  /**
   * @param budget most bytes that the tables may take
   */
  ShapTables(List<ShapTree> trees, long budget) {
    this.trees = trees.stream().filter(tree -> tree.splits() > 0).toList();
    for (ShapTree tree : this.trees) {
      addRules(tree.points());
      long size = size(tree) * (long) Double.BYTES;
      if (bytes + size <= budget) {
        bytes += size;
        inverses.add(inverses(tree, new double[size(tree)]));
      } else {
        inverses.add(NOT_KEPT);
      }
    }
  }

  List<ShapTree> trees() {
    return trees;
  }

  /** Bytes that the tables take. */
  long bytes() {
    return bytes;
  }

  /** The rule for a tree. */
  GaussLegendre rule(ShapTree tree) {
    return rules.get(tree.points());
  }

  /**
   * The numbers of a tree, block by block of its points, at (block · children + child) · lanes +
   * lane; in a buffer of the caller if none are kept.
   */
  double[] inverses(int index, double[] buffer) {
    double[] kept = inverses.get(index);
    return kept == NOT_KEPT ? inverses(trees.get(index), buffer) : kept;
  }

  /** The length of a buffer that is large enough for every tree without kept numbers. */
  int bufferLength() {
    int length = 0;
    for (int i = 0; i < trees.size(); i++) {
      if (inverses.get(i) == NOT_KEPT) {
        length = Math.max(length, size(trees.get(i)));
      }
    }
    return length;
  }

  private static int size(ShapTree tree) {
    return Math.multiplyExact(tree.children().length, tree.points());
  }

  private double[] inverses(ShapTree tree, double[] into) {
    GaussLegendre rule = rule(tree);
    int next = 0;
    for (int first = 0; first < tree.points(); first += ShapKernel.LANES) {
      for (double share : tree.shares()) {
        for (int q = first; q < first + ShapKernel.LANES; q++) {
          into[next++] = 1 / (share * rule.complements()[q] + rule.points()[q]);
        }
      }
    }
    return into;
  }

  private void addRules(int points) {
    while (rules.size() <= points) {
      rules.add(GaussLegendre.of(rules.size()));
    }
  }
}
