package io.creditstream.model.compiled;

import io.creditstream.model.forest.CategoryCondition;
import java.util.BitSet;
import java.util.List;

/**
 * Turns a category into one code for each set of categories that splits on it ask for: 0 if the
 * category is in the set, 1 if it is not. All codes of a category lie ready to be copied.
 */
final class CategoryCodes {

  private final int feature;
  private final int firstSlot;

  /** codes[category][set]; the last row is that of missing and unknown categories. */
  private final double[][] codes;

  private CategoryCodes(int feature, int firstSlot, double[][] codes) {
    this.feature = feature;
    this.firstSlot = firstSlot;
    this.codes = codes;
  }

  /**
   * Codes of a feature.
   *
   * @param firstSlot slot of the first set; those of the others follow
   */
  static CategoryCodes of(int feature, int firstSlot, List<BitSet> sets) {
    double[][] codes = new double[categories(sets) + 1][sets.size()];
    for (int category = 0; category < codes.length; category++) {
      for (int set = 0; set < sets.size(); set++) {
        codes[category][set] = sets.get(set).get(category) ? 0 : 1;
      }
    }
    return new CategoryCodes(feature, firstSlot, codes);
  }

  /** Bytes that the codes of these sets take. */
  static long bytes(List<BitSet> sets) {
    return (categories(sets) + 1L) * sets.size() * Double.BYTES;
  }

  void fill(double[] row, double[] slots) {
    int category = CategoryCondition.categoryOf(row[feature]);
    int unknown = codes.length - 1;
    double[] of = codes[category < 0 || category > unknown ? unknown : category];
    System.arraycopy(of, 0, slots, firstSlot, of.length);
  }

  private static int categories(List<BitSet> sets) {
    return sets.stream().mapToInt(BitSet::length).max().orElse(0);
  }
}
