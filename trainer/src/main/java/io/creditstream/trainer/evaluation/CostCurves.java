package io.creditstream.trainer.evaluation;

import io.creditstream.trainer.result.CostCurve;
import io.creditstream.trainer.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Business cost against the threshold. */
public final class CostCurves {

  private static final int POINTS = 200;

  private CostCurves() {}

  /**
   * The curve at about 200 thresholds: quantiles of the probabilities, and the cheapest one.
   *
   * @param threshold the cheapest one, with its interval
   * @param cost at that threshold, with its interval
   */
  public static CostCurve of(RankedRows rows, String unit, Interval threshold, Interval cost) {
    TreeSet<Double> thresholds = new TreeSet<>();
    thresholds.add(threshold.value());
    for (int i = 0; i < POINTS && rows.size() > 0; i++) {
      thresholds.add(rows.score((int) ((long) i * rows.size() / POINTS)));
    }
    List<CostCurve.Point> points = new ArrayList<>();
    for (double at : thresholds) {
      points.add(new CostCurve.Point(at, ExpectedCost.at(at, rows)));
    }
    return new CostCurve(
        unit,
        points,
        threshold,
        cost,
        ExpectedCost.at(Double.POSITIVE_INFINITY, rows),
        ExpectedCost.at(Double.NEGATIVE_INFINITY, rows));
  }
}
