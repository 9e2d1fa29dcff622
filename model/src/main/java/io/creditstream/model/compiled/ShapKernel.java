package io.creditstream.model.compiled;

import java.util.Arrays;
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
 * integrand is a polynomial of degree d − 1: a Gauss–Radau rule integrates it exactly. What its
 * point 0 adds depends on each split alone and was computed with the layout. At every other point
 * one walk down the tree gives each split X, the product of the factors of all other features above
 * it, and one walk up T, the sum over the leaves below of their value times the factors of the
 * splits in between. A split on a new feature whose children, hot where the row goes and cold, have
 * the sums T_h and T_c, has with A = z_h T_h + z_c T_c
 *
 * <pre>T = A + t (T_h − A) and adds X (T_h − A) to its feature.</pre>
 *
 * Where the feature was split on before, T is divided by the factor G' of the earlier child, and
 * the split takes back what the earlier one counted for the paths below: X (1 − z') T.
 */
final class ShapKernel {

  /** Points that are worked on at the same time. */
  static final int LANES = 4;

  /** Side of a split whose feature the row has left the path at before. */
  private static final int CLOSED = 2;

  private final List<ShapTree> trees;

  /** The side that the row takes at each split. */
  private final int[] sides;

  /** X of each split and lane; for the first one it is the weight of the point. */
  private final double[] above;

  /** T of each split and lane, then that of leaves. */
  private final double[] sums;

  /** The point of each lane. */
  private final double[] points = new double[LANES];

  private final double[] complements = new double[LANES];

  /** o t of each lane: zeros, then the points. */
  private final double[] taken = new double[2 * LANES];

  ShapKernel(List<ShapTree> trees) {
    this.trees = trees;
    int splits = trees.stream().mapToInt(ShapTree::splits).max().orElse(0);
    this.sides = new int[splits];
    this.above = new double[Math.multiplyExact(splits, LANES)];
    this.sums = new double[Math.multiplyExact(2 * splits + 1, LANES)];
  }

  /**
   * The contributions of a row, given by its codes.
   *
   * @param contributions one a feature; they are added to what is there
   */
  void add(double[] codes, double[] contributions) {
    for (ShapTree tree : trees) {
      takeSides(tree, codes, contributions);
      layLeaves(tree);
      for (int block = 0; block < tree.blocks(); block++) {
        take(tree.rule(), block * LANES);
        down(tree);
        twigs(tree, contributions);
        up(tree, contributions);
      }
    }
  }

  /** Finds the side of each split, and adds what the point 0 does. */
  private void takeSides(ShapTree tree, double[] codes, double[] contributions) {
    double[] thresholds = tree.thresholds();
    int[] slots = tree.slots();
    int[] earlier = tree.earlier();
    for (int i = 0; i < tree.splits(); i++) {
      int before = earlier[i];
      if (before != ShapTree.NONE && takes(before) == 0) {
        sides[i] = CLOSED;
      } else {
        double difference = thresholds[i] - codes[slots[i]];
        int side = (int) (Double.doubleToRawLongBits(difference) >>> 63);
        sides[i] = side;
        contributions[tree.features()[i]] += tree.atZero()[2 * i + side];
      }
    }
  }

  private void layLeaves(ShapTree tree) {
    int to = tree.splits() * LANES;
    for (double value : tree.leaves()) {
      Arrays.fill(sums, to, to + LANES, value);
      to += LANES;
    }
  }

  private void take(GaussRadau rule, int first) {
    for (int q = 0; q < LANES; q++) {
      points[q] = rule.points()[first + q];
      complements[q] = rule.complements()[first + q];
      taken[LANES + q] = points[q];
      above[q] = rule.weights()[first + q];
    }
  }

  /** 1 if the row takes a child and all children above it on the same feature, else 0. */
  private int takes(int child) {
    return ((sides[child >> 1] ^ child & 1) - 1) >>> 31;
  }

  /** Gives each split X. */
  private void down(ShapTree tree) {
    double[] x = above;
    double[] c = complements;
    double[] ot = taken;
    int[] places = tree.places();
    double[] shares = tree.shares();
    for (int i = 1; i < tree.splits(); i++) {
      int place = places[i];
      int from = (place >> 1) * LANES;
      int to = i * LANES;
      int o = takes(place) * LANES;
      double z = shares[place];
      for (int q = 0; q < LANES; q++) {
        x[to + q] = x[from + q] * Math.fma(z, c[q], ot[o + q]);
      }
      int before = tree.earlier()[i];
      if (before != ShapTree.NONE) {
        int wasTaken = takes(before) * LANES;
        for (int q = 0; q < LANES; q++) {
          x[to + q] /= Math.fma(shares[before], c[q], ot[wasTaken + q]);
        }
      }
    }
  }

  private void twigs(ShapTree tree, double[] contributions) {
    double[] x = above;
    double[] s = sums;
    double[] t = points;
    double[] shares = tree.shares();
    double[] leaves = tree.twigLeaves();
    int inner = tree.inner();
    for (int i = inner; i < tree.splits(); i++) {
      int left = 2 * (i - inner);
      if (tree.earlier()[i] == ShapTree.NONE) {
        double mean = Math.fma(shares[2 * i], leaves[left], shares[2 * i + 1] * leaves[left + 1]);
        double added = leaves[left + sides[i]] - mean;
        int at = i * LANES;
        double sum = 0;
        for (int q = 0; q < LANES; q++) {
          s[at + q] = Math.fma(t[q], added, mean);
          sum += x[at + q];
        }
        contributions[tree.features()[i]] += added * sum;
      } else {
        int free = s.length - 2 * LANES;
        Arrays.fill(s, free, free + LANES, leaves[left]);
        Arrays.fill(s, free + LANES, s.length, leaves[left + 1]);
        again(tree, i, free, free + LANES, contributions);
      }
    }
  }

  private void up(ShapTree tree, double[] contributions) {
    double[] x = above;
    double[] s = sums;
    double[] t = points;
    double[] shares = tree.shares();
    int[] below = tree.below();
    for (int i = tree.inner() - 1; i >= 0; i--) {
      if (tree.earlier()[i] == ShapTree.NONE) {
        int hot = 2 * i + sides[i];
        int cold = hot ^ 1;
        int fromHot = below[hot] * LANES;
        int fromCold = below[cold] * LANES;
        double hotShare = shares[hot];
        double coldShare = shares[cold];
        int at = i * LANES;
        double sum = 0;
        for (int q = 0; q < LANES; q++) {
          double mean = Math.fma(hotShare, s[fromHot + q], coldShare * s[fromCold + q]);
          double added = s[fromHot + q] - mean;
          s[at + q] = Math.fma(t[q], added, mean);
          sum = Math.fma(x[at + q], added, sum);
        }
        contributions[tree.features()[i]] += sum;
      } else {
        again(tree, i, below[2 * i] * LANES, below[2 * i + 1] * LANES, contributions);
      }
    }
  }

  /** A split on a feature that was split on before, with its children's sums at two places. */
  private void again(ShapTree tree, int split, int left, int right, double[] contributions) {
    double[] s = sums;
    double[] shares = tree.shares();
    int at = split * LANES;
    double share = shares[tree.earlier()[split]];
    if (sides[split] == CLOSED) {
      double leftShare = shares[2 * split] / share;
      double rightShare = shares[2 * split + 1] / share;
      for (int q = 0; q < LANES; q++) {
        s[at + q] = leftShare * s[left + q] + rightShare * s[right + q];
      }
      return;
    }
    int hot = 2 * split + sides[split];
    int fromHot = sides[split] == 0 ? left : right;
    int fromCold = sides[split] == 0 ? right : left;
    double sum = 0;
    for (int q = 0; q < LANES; q++) {
      double mean = shares[hot] * s[fromHot + q] + shares[hot ^ 1] * s[fromCold + q];
      double added = s[fromHot + q] - mean;
      s[at + q] = (mean + points[q] * added) / (share * complements[q] + points[q]);
      sum += above[at + q] * (added - (1 - share) * s[at + q]);
    }
    contributions[tree.features()[split]] += sum;
  }
}
