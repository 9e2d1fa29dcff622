package io.creditstream.advisor.store;

import java.util.Map;

/** Clients that one is compared with. */
public sealed interface Group {

  /** All that a filter leaves; {@link CaseFilter#ALL} for everybody. */
  record Filtered(CaseFilter filter) implements Group {}

  /**
   * The nearest of all by some features: least sum of |x − value| ÷ scale. Clients without one of
   * the features are left out.
   *
   * @param points the chosen features with the client's value and the scale of each
   * @param size how many, at most
   */
  record Nearest(Map<String, Point> points, int size) implements Group {

    public Nearest {
      points = Map.copyOf(points);
      if (points.isEmpty() || size < 1) {
        throw new IllegalArgumentException("nearest clients need a feature and a size");
      }
    }
  }

  /**
   * A client's value of a feature.
   *
   * @param value the value
   * @param scale what counts as one step, above 0
   */
  record Point(double value, double scale) {

    public Point {
      if (!(scale > 0)) {
        throw new IllegalArgumentException("a scale is above 0");
      }
    }
  }
}
