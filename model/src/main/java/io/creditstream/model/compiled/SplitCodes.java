package io.creditstream.model.compiled;

import io.creditstream.model.forest.CategoryCondition;
import io.creditstream.model.forest.Condition;
import io.creditstream.model.forest.Forest;
import io.creditstream.model.forest.Missing;
import io.creditstream.model.forest.NumericCondition;
import io.creditstream.model.forest.Split;
import io.creditstream.model.forest.Tree;
import io.creditstream.model.forest.UnsupportedForestException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gives every split of a forest the slot that it looks at and the threshold for the code in it.
 * Splits that ask the same of a feature share a slot.
 */
final class SplitCodes {

  /** Most bytes for the codes of categories. */
  private static final long CATEGORY_BYTES = 64L << 20;

  private static final int FIRST_SLOT = FeatureCodes.ZERO_SLOT + 1;

  /**
   * What numeric splits of one slot have in common.
   *
   * @param missingLeft false where nothing is missing
   */
  private record NumericKind(int feature, Missing missing, boolean missingLeft) {

    static NumericKind of(int feature, NumericCondition condition) {
      boolean any = condition.missing() != Missing.NONE;
      return new NumericKind(feature, condition.missing(), any && condition.missingLeft());
    }

    NumericCondition condition() {
      return new NumericCondition(0, missing, missingLeft);
    }
  }

  private final Map<NumericKind, Integer> numericSlots = new LinkedHashMap<>();
  private final Map<Integer, Map<BitSet, Integer>> sets = new TreeMap<>();
  private final FeatureCodes codes;

  SplitCodes(Forest forest) {
    for (Tree tree : forest.trees()) {
      tree.splits().forEach(this::collect);
    }
    this.codes = assign();
  }

  /** Turns rows into the codes that the splits ask for. */
  FeatureCodes features() {
    return codes;
  }

  /** The slot that a split looks at. */
  int slot(Split split) {
    if (split.condition() instanceof NumericCondition numeric) {
      return Objects.requireNonNull(numericSlots.get(NumericKind.of(split.feature(), numeric)));
    }
    return Objects.requireNonNull(
        setsOf(split.feature()).get(((CategoryCondition) split.condition()).categories()));
  }

  /** The greatest code that a split sends to the left. */
  double threshold(Split split) {
    // Infinity sends all to the left but missing values. Adding 0.0 makes one zero of the two.
    return split.condition() instanceof NumericCondition numeric
        ? Math.min(numeric.threshold() + 0.0, Double.MAX_VALUE)
        : 0;
  }

  private void collect(Split split) {
    Condition condition = split.condition();
    if (condition instanceof NumericCondition numeric) {
      if (Math.abs(numeric.threshold()) == Double.MAX_VALUE
          || numeric.threshold() == Double.NEGATIVE_INFINITY) {
        throw new UnsupportedForestException("a threshold is too large");
      }
      numericSlots.putIfAbsent(
          NumericKind.of(split.feature(), numeric), FIRST_SLOT + numericSlots.size());
    } else if (condition instanceof CategoryCondition category) {
      setsOf(split.feature()).put(category.categories(), 0);
    }
  }

  private Map<BitSet, Integer> setsOf(int feature) {
    return sets.computeIfAbsent(feature, any -> new LinkedHashMap<>());
  }

  private FeatureCodes assign() {
    int slot = FIRST_SLOT + numericSlots.size();
    List<NumericKind> kinds = List.copyOf(numericSlots.keySet());
    NumericCodes numbers =
        new NumericCodes(
            kinds.stream().map(NumericKind::feature).toList(),
            kinds.stream().map(NumericKind::condition).toList());
    requireRoom();
    List<CategoryCodes> categories = new ArrayList<>();
    for (Map.Entry<Integer, Map<BitSet, Integer>> entry : sets.entrySet()) {
      List<BitSet> ofFeature = List.copyOf(entry.getValue().keySet());
      categories.add(CategoryCodes.of(entry.getKey(), slot, ofFeature));
      for (BitSet set : ofFeature) {
        entry.getValue().put(set, slot++);
      }
    }
    return new FeatureCodes(numbers, categories, slot);
  }

  private void requireRoom() {
    long bytes = 0;
    for (Map<BitSet, Integer> ofFeature : sets.values()) {
      bytes += CategoryCodes.bytes(List.copyOf(ofFeature.keySet()));
    }
    if (bytes > CATEGORY_BYTES) {
      throw new UnsupportedForestException("the model has too many categories");
    }
  }
}
