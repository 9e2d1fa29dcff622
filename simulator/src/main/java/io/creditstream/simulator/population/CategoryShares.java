package io.creditstream.simulator.population;

import java.util.List;
import java.util.Map;

/** Levels with their shares, in a fixed order. */
final class CategoryShares {
  private final List<String> levels;
  private final double[] upTo;

  /** Shares that need not sum to exactly 1: they are taken relative to their sum. */
  CategoryShares(Map<String, Double> shares) {
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("a category needs at least one level");
    }
    levels = List.copyOf(shares.keySet());
    upTo = shares.values().stream().mapToDouble(Double::doubleValue).toArray();
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += upTo[i];
      upTo[i] = sum;
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
  }

  /** The level that covers {@code u} in [0, 1] when the levels are laid side by side in order. */
  String at(double u) {
    int i = 0;
    while (i < upTo.length - 1 && u >= upTo[i]) {
      i++;
    }
    return levels.get(i);
  }

  /** The share of a level, 0 if there is none of that name. */
  double share(String level) {
    int i = levels.indexOf(level);
    return i < 0 ? 0 : i == 0 ? upTo[0] : upTo[i] - upTo[i - 1];
  }
}
