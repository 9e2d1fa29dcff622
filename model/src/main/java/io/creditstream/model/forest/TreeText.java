package io.creditstream.model.forest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Reads the block of one tree. */
final class TreeText {

  private static final int CATEGORY = 1;
  private static final int MISSING_LEFT = 2;
  private static final int MISSING_SHIFT = 2;
  private static final int WORD_BITS = 32;

  private final Map<String, String> block;
  private final int features;

  /**
   * @param features how many the model takes
   */
  TreeText(Map<String, String> block, int features) {
    this.block = block;
    this.features = features;
  }

  /**
   * The tree, without what a linear leaf computes, and with counts of 0 where the text has none.
   *
   * @throws MalformedForestException if it is none
   */
  Tree read() {
    int leaves = Integer.parseInt(value("num_leaves"));
    if (leaves < 1) {
      throw new MalformedForestException("a tree has no leaf");
    }
    Tree tree = new Tree(splits(leaves - 1), leaves(leaves));
    if (isLinear()) {
      requireLinearLeaves(leaves);
    }
    return tree;
  }

  /** Why only LightGBM can run it. */
  List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (isLinear()) {
      obstacles.add("the model has linear leaves");
    }
    boolean splits = !"1".equals(block.get("num_leaves"));
    if (splits && !(block.containsKey("internal_count") && block.containsKey("leaf_count"))) {
      obstacles.add("a tree does not tell how many rows came to its nodes");
    }
    return obstacles;
  }

  private boolean isLinear() {
    return !"0".equals(block.getOrDefault("is_linear", "0"));
  }

  private void requireLinearLeaves(int leaves) {
    words("leaf_const").doubles(leaves);
    int terms = 0;
    for (long size : words("num_features").longs(leaves)) {
      terms = Math.addExact(terms, Math.toIntExact(size));
    }
    words("leaf_coeff").doubles(terms);
    for (long feature : words("leaf_features").longs(terms)) {
      if (feature < 0 || feature >= features) {
        throw new MalformedForestException("a leaf names a feature that the model lacks");
      }
    }
  }

  private List<Leaf> leaves(int size) {
    double[] values = words("leaf_value").doubles(size);
    // A tree of one leaf has no counts, and needs none.
    long[] counts = size == 1 ? new long[1] : counts("leaf_count", size);
    List<Leaf> leaves = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      leaves.add(new Leaf(values[i], counts[i]));
    }
    return leaves;
  }

  private List<Split> splits(int size) {
    if (size == 0) {
      return List.of();
    }
    long[] splitFeatures = words("split_feature").longs(size);
    long[] decisions = words("decision_type").longs(size);
    double[] thresholds = words("threshold").doubles(size);
    long[] left = words("left_child").longs(size);
    long[] right = words("right_child").longs(size);
    long[] counts = counts("internal_count", size);
    List<BitSet> categories = categories();
    List<Split> splits = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Condition condition = condition((int) decisions[i], thresholds[i], categories);
      splits.add(
          new Split(
              Math.toIntExact(splitFeatures[i]),
              condition,
              Math.toIntExact(left[i]),
              Math.toIntExact(right[i]),
              counts[i]));
    }
    return splits;
  }

  private static Condition condition(int decision, double threshold, List<BitSet> categories) {
    if ((decision & CATEGORY) != 0) {
      if (!(threshold >= 0 && threshold < categories.size())) {
        throw new MalformedForestException("a split names categories that its tree lacks");
      }
      return new CategoryCondition(categories.get((int) threshold));
    }
    int missing = decision >> MISSING_SHIFT & 3;
    if (missing >= Missing.values().length) {
      throw new MalformedForestException("a split has an unknown kind of missing values");
    }
    return new NumericCondition(
        threshold, Missing.values()[missing], (decision & MISSING_LEFT) != 0);
  }

  /** The sets of categories, which lie one behind the other in words of 32 bits. */
  private List<BitSet> categories() {
    int size = Integer.parseInt(value("num_cat"));
    if (size == 0) {
      return List.of();
    }
    if (size < 0) {
      throw new MalformedForestException("the sets of categories of a tree do not fit");
    }
    long[] boundaries = words("cat_boundaries").longs(size + 1);
    long[] words = words("cat_threshold").longs(Math.toIntExact(boundaries[size]));
    List<BitSet> sets = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      sets.add(set(words, Math.toIntExact(boundaries[i]), Math.toIntExact(boundaries[i + 1])));
    }
    return sets;
  }

  private static BitSet set(long[] words, int from, int to) {
    if (from < 0 || to < from || to > words.length) {
      throw new MalformedForestException("the sets of categories of a tree do not fit");
    }
    BitSet set = new BitSet((to - from) * WORD_BITS);
    for (int i = from; i < to; i++) {
      for (int bit = 0; bit < WORD_BITS; bit++) {
        if ((words[i] >> bit & 1) != 0) {
          set.set((i - from) * WORD_BITS + bit);
        }
      }
    }
    return set;
  }

  private long[] counts(String key, int size) {
    return block.containsKey(key) ? words(key).longs(size) : new long[size];
  }

  private Words words(String key) {
    return new Words(key, value(key));
  }

  private String value(String key) {
    String value = block.get(key);
    if (value == null) {
      throw new MalformedForestException("a tree lacks " + key);
    }
    return value;
  }
}
