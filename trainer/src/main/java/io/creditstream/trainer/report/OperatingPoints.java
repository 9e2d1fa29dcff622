package io.creditstream.trainer.report;

import io.creditstream.trainer.result.OutOfFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The points that every curve over thresholds is drawn from: few enough for a page, denser where
 * few are declined, since precision changes fastest there.
 */
final class OperatingPoints {

  private static final int EVEN = 300;
  private static final double GROWTH = 1.15;

  private OperatingPoints() {}

  /**
   * Points in descending order of the threshold, from none declined to all declined.
   *
   * @param threshold one that must be among them
   */
  static List<OperatingPoint> of(OutOfFold predictions, double threshold) {
    List<OperatingPoint> all = all(predictions);
    List<OperatingPoint> kept = new ArrayList<>();
    int last = all.size() - 1;
    double step = Math.max(1, last / (double) EVEN);
    double even = 0;
    double next = 0;
    for (int i = 0; i <= last; i++) {
      boolean wanted = i >= even || i >= next || i == last;
      if (wanted) {
        kept.add(all.get(i));
      }
      if (i >= even) {
        even += step;
      }
      if (i >= next) {
        next = Math.max(next + 1, next * GROWTH);
      }
    }
    kept.add(at(predictions, threshold));
    return kept.stream()
        .sorted(Comparator.comparingDouble(OperatingPoint::threshold).reversed())
        .distinct()
        .toList();
  }

  /** What is decided at a threshold. */
  static OperatingPoint at(OutOfFold predictions, double threshold) {
    long truePositives = 0;
    long falsePositives = 0;
    long defaults = 0;
    boolean[] defaulted = predictions.defaulted();
    for (int i = 0; i < defaulted.length; i++) {
      boolean declined = predictions.probabilities()[i] >= threshold;
      defaults += defaulted[i] ? 1 : 0;
      truePositives += declined && defaulted[i] ? 1 : 0;
      falsePositives += declined && !defaulted[i] ? 1 : 0;
    }
    return point(threshold, truePositives, falsePositives, defaults, defaulted.length);
  }

  /** One point at each distinct probability, and one above all. */
  private static List<OperatingPoint> all(OutOfFold predictions) {
    boolean[] defaulted = predictions.defaulted();
    double[] probabilities = predictions.probabilities();
    Integer[] order = new Integer[defaulted.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> probabilities[i]).reversed());
    long defaults = 0;
    for (boolean d : defaulted) {
      defaults += d ? 1 : 0;
    }
    List<OperatingPoint> points = new ArrayList<>();
    points.add(point(1, 0, 0, defaults, defaulted.length));
    long truePositives = 0;
    long falsePositives = 0;
    for (int i = 0; i < order.length; i++) {
      if (defaulted[order[i]]) {
        truePositives++;
      } else {
        falsePositives++;
      }
      double probability = probabilities[order[i]];
      if (i + 1 == order.length || probabilities[order[i + 1]] != probability) {
        points.add(point(probability, truePositives, falsePositives, defaults, defaulted.length));
      }
    }
    return points;
  }

  private static OperatingPoint point(
      double threshold, long truePositives, long falsePositives, long defaults, long rows) {
    return new OperatingPoint(
        threshold,
        truePositives,
        falsePositives,
        rows - defaults - falsePositives,
        defaults - truePositives);
  }
}
