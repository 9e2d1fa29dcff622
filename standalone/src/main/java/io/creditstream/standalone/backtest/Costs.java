package io.creditstream.standalone.backtest;

import io.creditstream.schemas.DecisionOutcome;

/**
 * What decisions cost: an approved loan that defaults costs {@code missedDefault}, a declined
 * client who would have repaid costs 1. A referral costs nothing, since it is not known what the
 * person decides.
 *
 * @param missedDefault cost of an approved loan that defaults, above 0
 */
public record Costs(double missedDefault) {

  public Costs {
    if (!(missedDefault > 0) || Double.isInfinite(missedDefault)) {
      throw new IllegalArgumentException("the cost of a missed default must be above 0");
    }
  }

  /**
   * The expected cost of a decision.
   *
   * @param chance probability of default, 0..1; 0 or 1 where it is known what became of the loan
   */
  double of(DecisionOutcome outcome, double chance) {
    return switch (outcome) {
      case APPROVED -> chance * missedDefault;
      case DECLINED -> 1 - chance;
      case REFERRED -> 0;
    };
  }
}
