package io.creditstream.trainer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What wrong decisions cost, in units of a good client refused.
 *
 * @param falseNegative cost of a granted loan that defaults
 */
public record BusinessCost(double falseNegative) {

  /** A missed default costs ten times a refused good client. */
  public static final BusinessCost STANDARD = new BusinessCost(10);

  public BusinessCost {
    if (!(falseNegative > 0) || Double.isInfinite(falseNegative)) {
      throw new IllegalArgumentException("the cost of a missed default must be above 0");
    }
  }

  /** Average cost of a decision: (falseNegative · FN + FP) / total. */
  public double perApplication(ConfusionMatrix matrix) {
    return (falseNegative * matrix.falseNegatives() + matrix.falsePositives()) / matrix.total();
  }

  /**
   * The threshold that costs least: halfway between the two neighbouring probabilities that it
   * parts. Of equal ones the highest, which refuses fewest.
   *
   * @return between 0 (decline all) and 1 (approve all but certain defaults)
   * @throws IllegalArgumentException if a probability is NaN
   */
  public double bestThreshold(double[] probabilities, boolean[] defaulted) {
    if (Arrays.stream(probabilities).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a probability is no number");
    }
    Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> probabilities[i]).reversed());
    // Start by approving everybody, then decline one group of equal probabilities after another.
    double cost = 0;
    for (boolean outcome : defaulted) {
      cost += outcome ? falseNegative : 0;
    }
    double best = cost;
    double threshold = 1;
    for (int start = 0; start < order.length; ) {
      int end = start;
      while (end < order.length && probabilities[order[end]] == probabilities[order[start]]) {
        cost += defaulted[order[end]] ? -falseNegative : 1;
        end++;
      }
      if (cost < best) {
        best = cost;
        double next = end < order.length ? probabilities[order[end]] : 0;
        threshold = between(next, probabilities[order[start]]);
      }
      start = end;
    }
    return threshold;
  }

  /** Above the lower number, at most the upper one: halfway between neighbours may be either. */
  private static double between(double lower, double upper) {
    double middle = (lower + upper) / 2;
    return middle > lower ? middle : upper;
  }
}
