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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives every split of a forest the slot that it looks at and its own code. Splits that ask the
 * same of a feature share a slot.
 */
final class SplitCodes {

  /** Most bytes for the codes of categories. */
  private static final long CATEGORY_BYTES = 64L << 20;

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
  }

  private final Map<NumericKind, TreeSet<Double>> thresholds = new LinkedHashMap<>();
  private final Map<Integer, Map<BitSet, Integer>> sets = new TreeMap<>();
  private final Map<NumericKind, Integer> numericSlots = new HashMap<>();
  private final Map<NumericKind, Map<Double, Integer>> ranks = new HashMap<>();
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
  int code(Split split) {
    if (split.condition() instanceof NumericCondition numeric) {
      NumericKind kind = NumericKind.of(split.feature(), numeric);
      return Objects.requireNonNull(
          Objects.requireNonNull(ranks.get(kind)).get(numeric.threshold() + 0.0));
    }
    return 0;
  }

  private void collect(Split split) {
    Condition condition = split.condition();
    if (condition instanceof NumericCondition numeric) {
      thresholds
          .computeIfAbsent(NumericKind.of(split.feature(), numeric), kind -> new TreeSet<>())
          // Adding 0.0 makes one zero of the two.
          .add(numeric.threshold() + 0.0);
    } else if (condition instanceof CategoryCondition category) {
      setsOf(split.feature()).put(category.categories(), 0);
    }
  }

  private Map<BitSet, Integer> setsOf(int feature) {
    return sets.computeIfAbsent(feature, any -> new LinkedHashMap<>());
  }

  private FeatureCodes assign() {
    int slot = FeatureCodes.ZERO_SLOT + 1;
    List<NumericCode> numbers = new ArrayList<>();
    for (Map.Entry<NumericKind, TreeSet<Double>> entry : thresholds.entrySet()) {
      NumericKind kind = entry.getKey();
      numericSlots.put(kind, slot++);
      ranks.put(kind, ranks(entry.getValue()));
      numbers.add(
          new NumericCode(
              kind.feature(),
              new NumericCondition(0, kind.missing(), kind.missingLeft()),
              entry.getValue().stream().mapToDouble(Double::doubleValue).toArray()));
    }
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

  private static Map<Double, Integer> ranks(TreeSet<Double> ascending) {
    Map<Double, Integer> ranks = new HashMap<>();
    for (Double threshold : ascending) {
      ranks.put(threshold, ranks.size());
    }
    return ranks;
  }
}
