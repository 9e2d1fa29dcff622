package io.creditstream.advisor.store;

import java.util.List;
import java.util.Map;

/** How features are spread over the clients that were decided about. */
public interface Comparisons {

  /** How many decisions a group holds. */
  long size(Group group);

  /**
   * How a number is spread.
   *
   * @param feature name of the feature
   * @param value the client's value; NaN for none
   */
  Spread spread(String feature, Bins bins, Group group, double value);

  /**
   * Two features against each other.
   *
   * @param most how many points at most; a larger group is thinned evenly
   */
  List<Pair> pairs(String x, String y, Group group, int most);

  /** What accepted clients have: of each feature that is known, over the newest decisions. */
  Map<String, Usual> usual(List<String> features);

  /**
   * A client as a point.
   *
   * @param x value of the first feature
   * @param y value of the second feature
   * @param accepted whether the application was approved
   */
  record Pair(double x, double y, boolean accepted) {}

  /**
   * What accepted clients have of a feature.
   *
   * @param clients accepted clients with a value
   * @param low a quarter has less
   * @param middle half has less
   * @param high a quarter has more
   * @param most the most frequent value
   */
  record Usual(long clients, double low, double middle, double high, double most) {}
}
