package io.creditstream.trainer.result;

import java.util.List;

/**
 * Mean probability of default over a sample of rows if one feature had the same value in all
 * (Friedman, "Greedy Function Approximation", 2001).
 *
 * @param feature its name
 * @param points in ascending order of the value, or one a level
 */
public record PartialDependence(String feature, List<Point> points) {

  public PartialDependence {
    points = List.copyOf(points);
  }

  /**
   * @param value of the feature, for a category the level, "missing" where missing
   * @param probability mean probability of default
   */
  public record Point(String value, double probability) {}
}
