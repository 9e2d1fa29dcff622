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

  TreeText(Map<String, String> block) {
    this.block = block;
  }

  Tree read() {
    if (!"0".equals(block.getOrDefault("is_linear", "0"))) {
      throw new UnsupportedForestException("the model has linear leaves");
    }
    int leaves = Integer.parseInt(value("num_leaves"));
    if (leaves < 1) {
      throw new UnsupportedForestException("a tree has no leaf");
    }
    return new Tree(splits(leaves - 1), leaves(leaves));
  }

  private List<Leaf> leaves(int size) {
    double[] values = words("leaf_value").doubles(size);
    // A tree of one leaf has no counts, and needs none.
    long[] counts = size == 1 ? new long[1] : words("leaf_count").longs(size);
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
    long[] features = words("split_feature").longs(size);
    long[] decisions = words("decision_type").longs(size);
    double[] thresholds = words("threshold").doubles(size);
    long[] left = words("left_child").longs(size);
    long[] right = words("right_child").longs(size);
    long[] counts = words("internal_count").longs(size);
    List<BitSet> categories = categories();
    List<Split> splits = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Condition condition = condition((int) decisions[i], thresholds[i], categories);
      splits.add(new Split((int) features[i], condition, (int) left[i], (int) right[i], counts[i]));
    }
    return splits;
  }

  private static Condition condition(int decision, double threshold, List<BitSet> categories) {
    if ((decision & CATEGORY) != 0) {
      if (!(threshold >= 0 && threshold < categories.size())) {
        throw new UnsupportedForestException("a split names categories that its tree lacks");
      }
      return new CategoryCondition(categories.get((int) threshold));
    }
    int missing = decision >> MISSING_SHIFT & 3;
    if (missing >= Missing.values().length) {
      throw new UnsupportedForestException("a split has an unknown kind of missing values");
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
    long[] boundaries = words("cat_boundaries").longs(size + 1);
    long[] words = words("cat_threshold").longs((int) boundaries[size]);
    List<BitSet> sets = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      sets.add(set(words, (int) boundaries[i], (int) boundaries[i + 1]));
    }
    return sets;
  }

  private static BitSet set(long[] words, int from, int to) {
    if (from < 0 || to < from || to > words.length) {
      throw new UnsupportedForestException("the sets of categories of a tree do not fit");
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

  private Words words(String key) {
    return new Words(key, value(key));
  }

  private String value(String key) {
    String value = block.get(key);
    if (value == null) {
      throw new UnsupportedForestException("a tree lacks " + key);
    }
    return value;
  }
}
