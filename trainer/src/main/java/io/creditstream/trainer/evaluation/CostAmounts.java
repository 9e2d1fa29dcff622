package io.creditstream.trainer.evaluation;

import java.util.Map;

/**
 * Costs in proportion to the amount of the loan.
 *
 * @param lossGivenDefault share of the amount that is lost if it defaults, above 0 and at most 1
 * @param margin share of the amount that is earned if it is repaid, above 0 and at most 1
 */
public record CostAmounts(double lossGivenDefault, double margin) implements CostModel {

  public CostAmounts {
    if (!(lossGivenDefault > 0 && lossGivenDefault <= 1 && margin > 0 && margin <= 1)) {
      throw new IllegalArgumentException(
          "loss given default and margin must be above 0 and at most 1");
    }
  }

  /**
   * Of a text like {@code 0.6:0.05}: loss given default, then margin.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static CostAmounts parse(String text) {
    String[] shares = text.split(":", -1);
    try {
      if (shares.length == 2) {
        return new CostAmounts(Double.parseDouble(shares[0]), Double.parseDouble(shares[1]));
      }
    } catch (NumberFormatException e) {
      // Falls through to the message below.
    }
    throw new IllegalArgumentException(
        "costs as amounts are given as LOSS:MARGIN, two shares of the loan such as 0.6:0.05");
  }

  /**
   * @throws IllegalArgumentException if an amount is not above 0
   */
  @Override
  public double[] ofWrongDecisions(boolean[] defaulted, double[] credits) {
    double[] costs = new double[defaulted.length];
    for (int i = 0; i < costs.length; i++) {
      if (!(credits[i] > 0)) {
        throw new IllegalArgumentException(
            "costs as amounts need the amount of every loan (AMT_CREDIT above 0)");
      }
      costs[i] = credits[i] * (defaulted[i] ? lossGivenDefault : margin);
    }
    return costs;
  }

  @Override
  public String unit() {
    return "currency of the loans";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("cost-amounts", lossGivenDefault + ":" + margin);
  }
}
