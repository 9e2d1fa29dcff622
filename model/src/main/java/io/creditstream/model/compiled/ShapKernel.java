package io.creditstream.model.compiled;

import java.util.List;

/**
 * Path-dependent SHAP values of one row. It owns buffers, and so belongs to one thread.
 *
 * <p>Let z_i be the share of the training rows that take the path's sides at all splits on feature
 * i, o_i whether the row takes them (1) or not (0), and v the value of the leaf at the path's end.
 * With G_i(t) = z_i (1 − t) + o_i t the path adds to feature j
 *
 * <pre>v (o_j − z_j) ∫₀¹ ∏_{i≠j} G_i(t) dt,</pre>
 *
 * since ∫ t^k (1 − t)^{d−1−k} dt = k! (d − 1 − k)! / d! are the Shapley weights of d features. The
 * integrand is a polynomial of degree d − 1: a Gauss–Legendre rule of ⌈d/2⌉ points gives the
 * integral exactly. At each point one walk down the tree multiplies the factors, and one walk up
 * sums v ∏ G over the leaves below each split, so that all paths share the work: O(splits · d) a
 * tree. All factors are positive; nothing cancels. Four points are worked on at a time, written out
 * since that keeps them in registers.
 */
final class ShapKernel {

  /** Points that are worked on at the same time. */
  static final int LANES = 4;

  private final List<ShapTree> trees;

  /** Products on the way down, sums on the way up: one a node and lane. */
  private final double[] sums;

  /** 1 / G of the feature of each open split after it: one a split and lane. */
  private final double[] inverses;

  /** Whether the row takes a child and all children above it on the same feature. */
  private final boolean[] open;

  ShapKernel(List<ShapTree> trees) {
    this.trees = trees;
    int nodes = trees.stream().mapToInt(ShapTree::nodes).max().orElse(0);
    this.sums = new double[Math.multiplyExact(nodes, LANES)];
    this.inverses = new double[sums.length];
    this.open = new boolean[nodes];
  }

  /**
   * The contributions of a row, given by its codes.
   *
   * @param contributions one a feature; they are added to what is there
   */
  void add(int[] row, double[] contributions) {
    for (ShapTree tree : trees) {
      for (int block = 0; block < tree.blocks(); block++) {
        down(tree, block, row);
        multiplyByValues(tree);
        up(tree, block, row, contributions);
      }
    }
  }

  /** Gives each node the product of the factors on the path to it. */
  private void down(ShapTree tree, int block, int[] row) {
    double[] s = sums;
    GaussLegendre rule = tree.rule();
    int[] children = tree.children();
    double[] shares = tree.shares();
    int q = block * LANES;
    double t0 = rule.points()[q];
    double t1 = rule.points()[q + 1];
    double t2 = rule.points()[q + 2];
    double t3 = rule.points()[q + 3];
    double c0 = rule.complements()[q];
    double c1 = rule.complements()[q + 1];
    double c2 = rule.complements()[q + 2];
    double c3 = rule.complements()[q + 3];
    s[0] = 1;
    s[1] = 1;
    s[2] = 1;
    s[3] = 1;
    for (int i = 0; i < tree.splits(); i++) {
      int hot = taken(tree, i, row);
      int cold = hot ^ 1;
      int toHot = children[hot] * LANES;
      int toCold = children[cold] * LANES;
      int earlier = tree.earlier()[i];
      boolean wasOpen = earlier == ShapTree.NONE || open[earlier];
      open[hot] = wasOpen;
      open[cold] = false;
      int from = i * LANES;
      double p0 = s[from];
      double p1 = s[from + 1];
      double p2 = s[from + 2];
      double p3 = s[from + 3];
      if (wasOpen) {
        if (earlier != ShapTree.NONE) {
          // The factor of the earlier split gives way to that of both.
          int before = (earlier >> 1) * LANES;
          p0 *= inverses[before];
          p1 *= inverses[before + 1];
          p2 *= inverses[before + 2];
          p3 *= inverses[before + 3];
        }
        double hotShare = shares[hot];
        double g0 = hotShare * c0 + t0;
        double g1 = hotShare * c1 + t1;
        double g2 = hotShare * c2 + t2;
        double g3 = hotShare * c3 + t3;
        s[toHot] = p0 * g0;
        s[toHot + 1] = p1 * g1;
        s[toHot + 2] = p2 * g2;
        s[toHot + 3] = p3 * g3;
        inverses[from] = 1 / g0;
        inverses[from + 1] = 1 / g1;
        inverses[from + 2] = 1 / g2;
        inverses[from + 3] = 1 / g3;
        double coldShare = shares[cold];
        s[toCold] = p0 * (coldShare * c0);
        s[toCold + 1] = p1 * (coldShare * c1);
        s[toCold + 2] = p2 * (coldShare * c2);
        s[toCold + 3] = p3 * (coldShare * c3);
      } else {
        double hotRatio = tree.ratios()[hot];
        s[toHot] = p0 * hotRatio;
        s[toHot + 1] = p1 * hotRatio;
        s[toHot + 2] = p2 * hotRatio;
        s[toHot + 3] = p3 * hotRatio;
        double coldRatio = tree.ratios()[cold];
        s[toCold] = p0 * coldRatio;
        s[toCold + 1] = p1 * coldRatio;
        s[toCold + 2] = p2 * coldRatio;
        s[toCold + 3] = p3 * coldRatio;
      }
    }
  }

  private void multiplyByValues(ShapTree tree) {
    int leaf = tree.splits() * LANES;
    for (double value : tree.values()) {
      sums[leaf] *= value;
      sums[leaf + 1] *= value;
      sums[leaf + 2] *= value;
      sums[leaf + 3] *= value;
      leaf += LANES;
    }
  }

  /** Gives each split the sum of its children, and its feature what the split adds. */
  private void up(ShapTree tree, int block, int[] row, double[] contributions) {
    double[] s = sums;
    GaussLegendre rule = tree.rule();
    int[] children = tree.children();
    double[] shares = tree.shares();
    int q = block * LANES;
    double w0 = rule.weights()[q];
    double w1 = rule.weights()[q + 1];
    double w2 = rule.weights()[q + 2];
    double w3 = rule.weights()[q + 3];
    double v0 = w0 / rule.complements()[q];
    double v1 = w1 / rule.complements()[q + 1];
    double v2 = w2 / rule.complements()[q + 2];
    double v3 = w3 / rule.complements()[q + 3];
    for (int i = tree.splits() - 1; i >= 0; i--) {
      int hot = taken(tree, i, row);
      int fromHot = children[hot] * LANES;
      int fromCold = children[hot ^ 1] * LANES;
      double h0 = s[fromHot];
      double h1 = s[fromHot + 1];
      double h2 = s[fromHot + 2];
      double h3 = s[fromHot + 3];
      double k0 = s[fromCold];
      double k1 = s[fromCold + 1];
      double k2 = s[fromCold + 2];
      double k3 = s[fromCold + 3];
      int to = i * LANES;
      s[to] = h0 + k0;
      s[to + 1] = h1 + k1;
      s[to + 2] = h2 + k2;
      s[to + 3] = h3 + k3;
      if (open[hot]) {
        double hotSum =
            w0 * inverses[to] * h0
                + w1 * inverses[to + 1] * h1
                + w2 * inverses[to + 2] * h2
                + w3 * inverses[to + 3] * h3;
        double coldSum = v0 * k0 + v1 * k1 + v2 * k2 + v3 * k3;
        double added = (1 - shares[hot]) * hotSum - coldSum;
        int earlier = tree.earlier()[i];
        if (earlier != ShapTree.NONE) {
          // The paths below count at this split, no longer at the earlier one.
          int before = (earlier >> 1) * LANES;
          double counted =
              w0 * inverses[before] * (h0 + k0)
                  + w1 * inverses[before + 1] * (h1 + k1)
                  + w2 * inverses[before + 2] * (h2 + k2)
                  + w3 * inverses[before + 3] * (h3 + k3);
          added -= (1 - shares[earlier]) * counted;
        }
        contributions[tree.features()[i]] += added;
      }
    }
  }

  /** The child that a row takes at a split, without a branch. */
  private static int taken(ShapTree tree, int split, int[] row) {
    return 2 * split + ((tree.codes()[split] - row[tree.slots()[split]]) >>> 31);
  }
}
