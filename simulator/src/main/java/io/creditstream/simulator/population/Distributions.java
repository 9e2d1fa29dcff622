package io.creditstream.simulator.population;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named distributions: quantile grids, category shares and plain rates. */
record Distributions(
    Map<String, QuantileGrid> grids,
    Map<String, CategoryShares> categories,
    Map<String, Double> rates) {

  QuantileGrid grid(String name) {
    return require(grids.get(name), "grid", name);
  }

  boolean hasGrid(String name) {
    return grids.containsKey(name);
  }

  /** The first of the names that exists; the last one must. */
  QuantileGrid grid(String name, String fallback) {
    QuantileGrid grid = grids.get(name);
    return grid != null ? grid : grid(fallback);
  }

  CategoryShares category(String name) {
    return require(categories.get(name), "category", name);
  }

  CategoryShares category(String name, String fallback) {
    CategoryShares category = categories.get(name);
    return category != null ? category : category(fallback);
  }

  double rate(String name) {
    return require(rates.get(name), "rate", name);
  }

  private static <T> T require(@Nullable T value, String kind, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the population statistics have no " + kind + ": " + name);
    }
    return value;
  }
}
