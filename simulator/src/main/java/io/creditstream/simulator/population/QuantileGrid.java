package io.creditstream.simulator.population;

import java.util.Arrays;

/**
 * A distribution by its quantiles, linear in between, with the share of missing values beside it.
 * Neighbouring equal quantiles are an atom.
 */
final class QuantileGrid {
  private final double[] probabilities;
  private final double[] values;
  private final double missing;

  /**
   * @param probabilities ascending, from 0 to 1
   * @param values ascending, one for each probability
   * @param missing the share of missing values, in [0, 1]
   */
  QuantileGrid(double[] probabilities, double[] values, double missing) {
    if (values.length != probabilities.length) {
      throw new IllegalArgumentException("one value for each probability is needed");
    }
    this.probabilities = probabilities;
    this.values = values;
    this.missing = missing;
  }

  /** The quantile of the present values at {@code u} in [0, 1]. */
  double at(double u) {
    int hit = Arrays.binarySearch(probabilities, u);
    if (hit >= 0) {
      return values[hit];
    }
    int above = Math.min(Math.max(-hit - 1, 1), values.length - 1);
    double low = values[above - 1];
    double high = values[above];
    if (low == high) {
      return low;
    }
    double width = probabilities[above] - probabilities[above - 1];
    return low + (high - low) * (u - probabilities[above - 1]) / width;
  }

  double missing() {
    return missing;
  }
}
