package io.creditstream.model.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.model.forest.Forest;
import io.creditstream.model.forest.Leaf;
import io.creditstream.model.forest.Missing;
import io.creditstream.model.forest.NumericCondition;
import io.creditstream.model.forest.Split;
import io.creditstream.model.forest.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * The definition of Shapley values is the oracle: over all coalitions of a few features, by the
 * sizes of coalitions along paths of many.
 */
class ShapKernelTest {

  private static final int FEATURES = 5;

  @RepeatedTest(200)
  void shouldGiveTheShapleyValuesOfRandomTrees(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Tree tree = new RandomTree(random).grow(1 + random.nextInt(20));
    double[] row = IntStream.range(0, FEATURES).mapToDouble(i -> random.nextDouble()).toArray();

    double[] contributions = contributions(tree, row);

    for (int feature = 0; feature < FEATURES; feature++) {
      assertThat(contributions[feature])
          .as("seed %d, feature %d", repetition.getCurrentRepetition(), feature)
          .isCloseTo(shapley(tree, row, feature), within(1e-12));
    }
  }

  @RepeatedTest(50)
  void shouldGiveTheShapleyValuesOfPathsOfManyFeatures(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Chain chain = Chain.of(random, 6 + random.nextInt(90));
    double[] row =
        IntStream.range(0, chain.features()).mapToDouble(i -> random.nextDouble()).toArray();

    double[] contributions = contributions(chain.tree(), row);

    assertThat(contributions)
        .as("seed %d, %d features", repetition.getCurrentRepetition(), chain.features())
        .containsExactly(chain.shapley(row), within(1e-12));
  }

  private static double[] contributions(Tree tree, double[] row) {
    List<String> names = IntStream.range(0, row.length).mapToObj(i -> "feature-" + i).toList();
    Forest forest = new Forest(names, List.of(tree));
    SplitCodes codes = new SplitCodes(forest);
    ShapTree laid = ShapTreeLayout.of(tree, codes, new HashMap<>());
    double[] of = new double[codes.features().slots()];
    codes.features().fill(row, of);
    double[] contributions = new double[row.length];
    new ShapKernel(List.of(laid)).add(of, contributions);
    return contributions;
  }

  /** Σ over coalitions without the feature of |S|! (n − |S| − 1)! / n! (f(S + feature) − f(S)). */
  private static double shapley(Tree tree, double[] row, int feature) {
    double sum = 0;
    for (int known = 0; known < 1 << FEATURES; known++) {
      if ((known >> feature & 1) == 0) {
        int size = Integer.bitCount(known);
        double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
        int with = known | 1 << feature;
        sum +=
            weight
                * (expected(tree, tree.root(), row, with)
                    - expected(tree, tree.root(), row, known));
      }
    }
    return sum;
  }

  /** The value below a node if only some features are known; else both sides, by their counts. */
  private static double expected(Tree tree, int node, double[] row, int known) {
    if (Split.isLeaf(node)) {
      return tree.leaves().get(Split.leaf(node)).value();
    }
    Split split = tree.splits().get(node);
    if ((known >> split.feature() & 1) != 0) {
      boolean left = split.condition().goesLeft(row[split.feature()]);
      return expected(tree, left ? split.left() : split.right(), row, known);
    }
    double leftShare = tree.count(split.left()) / (double) split.count();
    return leftShare * expected(tree, split.left(), row, known)
        + (1 - leftShare) * expected(tree, split.right(), row, known);
  }

  private static double factorial(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().reduce(1, (a, b) -> a * b);
  }

  /** Splits random leaves again and again, often on a feature of the path. */
  private static final class RandomTree {

    private final Random random;
    private final List<Split> splits = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    RandomTree(Random random) {
      this.random = random;
    }

    Tree grow(int splitCount) {
      node(splitCount);
      return new Tree(splits, leaves);
    }

    private int node(int splitCount) {
      if (splitCount == 0) {
        leaves.add(new Leaf(random.nextGaussian(), 1 + random.nextInt(50)));
        return ~(leaves.size() - 1);
      }
      int index = splits.size();
      splits.add(null);
      int leftSplits = random.nextInt(splitCount);
      int left = node(leftSplits);
      int right = node(splitCount - 1 - leftSplits);
      NumericCondition condition = new NumericCondition(random.nextDouble(), Missing.NONE, false);
      splits.set(
          index,
          new Split(random.nextInt(FEATURES), condition, left, right, count(left) + count(right)));
      return index;
    }

    private long count(int node) {
      return node < 0 ? leaves.get(~node).count() : splits.get(node).count();
    }
  }

  /** Each split parts a leaf from all that follow, on a feature of its own. */
  private record Chain(Tree tree, int features) {

    static Chain of(Random random, int features) {
      List<Leaf> leaves = new ArrayList<>();
      long below = 0;
      for (int i = 0; i <= features; i++) {
        leaves.add(new Leaf(random.nextGaussian(), 1 + random.nextInt(50)));
        below += leaves.get(i).count();
      }
      List<Split> splits = new ArrayList<>();
      for (int i = 0; i < features; i++) {
        int next = i + 1 < features ? i + 1 : ~features;
        boolean leafIsLeft = random.nextBoolean();
        splits.add(
            new Split(
                i,
                new NumericCondition(random.nextDouble(), Missing.NONE, false),
                leafIsLeft ? ~i : next,
                leafIsLeft ? next : ~i,
                below));
        below -= leaves.get(i).count();
      }
      return new Chain(new Tree(splits, leaves), features);
    }

    double[] shapley(double[] row) {
      double[] values = new double[features];
      double[] shares = new double[features];
      double[] taken = new double[features];
      for (int leaf = 0; leaf <= features; leaf++) {
        int length = Math.min(leaf + 1, features);
        for (int i = 0; i < length; i++) {
          Split split = tree.splits().get(i);
          int child = i == leaf ? ~leaf : split.left() == ~i ? split.right() : split.left();
          shares[i] = tree.count(child) / (double) split.count();
          boolean left = split.condition().goesLeft(row[i]);
          taken[i] = child == (left ? split.left() : split.right()) ? 1 : 0;
        }
        for (int i = 0; i < length; i++) {
          values[i] += tree.leaves().get(leaf).value() * alongPath(shares, taken, length, i);
        }
      }
      return values;
    }

    /**
     * Σ over sizes s of s! (d − 1 − s)! / d! times the coefficient of xˢ in ∏ (z + o x) over the d
     * − 1 other features of the path, times o − z of the feature.
     */
    private static double alongPath(double[] shares, double[] taken, int length, int feature) {
      double[] bySize = new double[length];
      bySize[0] = 1;
      for (int i = 0; i < length; i++) {
        if (i != feature) {
          for (int size = length - 1; size > 0; size--) {
            bySize[size] = bySize[size] * shares[i] + bySize[size - 1] * taken[i];
          }
          bySize[0] *= shares[i];
        }
      }
      double sum = 0;
      double weight = 1.0 / length;
      for (int size = 0; size < length; size++) {
        sum += weight * bySize[size];
        weight *= (size + 1.0) / Math.max(1, length - 1 - size);
      }
      return (taken[feature] - shares[feature]) * sum;
    }
  }
}
