package io.creditstream.features.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Levels of a category. The array must not be changed.
 *
 * @param name name of the feature
 * @param levels levels in the order of their index
 * @param counts reference rows of each level
 * @param missing rows without a value
 */
public record CategoryProfile(String name, List<String> levels, long[] counts, long missing)
    implements FeatureProfile {

  public CategoryProfile {
    Objects.requireNonNull(name, "name");
    levels = List.copyOf(levels);
    if (counts.length != levels.size()) {
      throw new IllegalArgumentException("profile of " + name + " needs one count a level");
    }
  }

  /**
   * The profile of a sample of level indices; NaN stands for missing.
   *
   * @throws IllegalArgumentException if an index is none of the levels
   */
  public static CategoryProfile of(String name, List<String> levels, double[] values) {
    long[] counts = new long[levels.size()];
    long missing = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        missing++;
      } else if (value < 0 || value >= counts.length) {
        throw new IllegalArgumentException("the reference of " + name + " has an unknown level");
      } else {
        counts[(int) value]++;
      }
    }
    return new CategoryProfile(name, levels, counts, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryProfile that
        && name.equals(that.name)
        && levels.equals(that.levels)
        && Arrays.equals(counts, that.counts)
        && missing == that.missing;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, levels, Arrays.hashCode(counts), missing);
  }
}
