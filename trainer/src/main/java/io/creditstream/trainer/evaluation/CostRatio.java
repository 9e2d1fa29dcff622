package io.creditstream.trainer.evaluation;

import java.util.Map;

/**
 * The same costs for all loans.
 *
 * @param falseNegative cost of a missed default; a refused good client costs 1
 */
public record CostRatio(double falseNegative) implements CostModel {

  public CostRatio {
    if (!(falseNegative > 0) || Double.isInfinite(falseNegative)) {
      throw new IllegalArgumentException("the cost of a missed default must be above 0");
    }
  }

  @Override
  public double[] ofWrongDecisions(boolean[] defaulted, double[] credits) {
    double[] costs = new double[defaulted.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = defaulted[i] ? falseNegative : 1;
    }
    return costs;
  }

  @Override
  public String unit() {
    return "refused good clients";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("false-negative-cost", Double.toString(falseNegative));
  }
}
