package io.creditstream.model.compiled;

import java.util.List;

/**
 * Turns a feature vector into codes, one a slot and none NaN, such that every split of the forest
 * sends a row to the right exactly if the code in its slot is greater than its threshold.
 * Immutable.
 */
final class FeatureCodes {

  /** A slot whose code is always 0. */
  static final int ZERO_SLOT = 0;

  private final NumericCodes numbers;
  private final CategoryCodes[] categories;
  private final int slots;

  /**
   * @param numbers codes of the slots from 1 on
   * @param categories codes of all slots after those
   */
  FeatureCodes(NumericCodes numbers, List<CategoryCodes> categories, int slots) {
    this.numbers = numbers;
    this.categories = categories.toArray(CategoryCodes[]::new);
    this.slots = slots;
  }

  /** The number of slots. */
  int slots() {
    return slots;
  }

  /**
   * Computes the codes of a row.
   *
   * @param codes one a slot
   */
  void fill(double[] row, double[] codes) {
    codes[ZERO_SLOT] = 0;
    numbers.fill(row, codes);
    for (CategoryCodes category : categories) {
      category.fill(row, codes);
    }
  }
}
