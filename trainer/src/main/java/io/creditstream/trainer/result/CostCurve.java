package io.creditstream.trainer.result;

import java.util.List;

/**
 * Business cost of an application against the threshold.
 *
 * @param unit what the cost is counted in, in a few words
 * @param points in ascending order of the threshold
 * @param threshold the cheapest one, with its bootstrap interval
 * @param cost at that threshold, with its bootstrap interval
 * @param approveAll cost of approving everybody
 * @param declineAll cost of declining everybody
 */
public record CostCurve(
    String unit,
    List<Point> points,
    Interval threshold,
    Interval cost,
    double approveAll,
    double declineAll) {

  public CostCurve {
    points = List.copyOf(points);
  }

  /** Cost of an application if those of at least the threshold are declined. */
  public record Point(double threshold, double cost) {}
}
