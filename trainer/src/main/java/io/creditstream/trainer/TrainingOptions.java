package io.creditstream.trainer;

import io.creditstream.trainer.evaluation.BusinessCost;
import io.creditstream.trainer.fit.BoostingParameters;
import java.util.Objects;

/**
 * How a model is trained.
 *
 * @param boosting how the trees are grown
 * @param cost what wrong decisions cost
 * @param includeExcluded whether features that are left out by default (gender) are used too
 */
public record TrainingOptions(
    BoostingParameters boosting, BusinessCost cost, boolean includeExcluded) {

  public TrainingOptions {
    Objects.requireNonNull(boosting, "boosting");
    Objects.requireNonNull(cost, "cost");
  }

  public static TrainingOptions standard(long seed) {
    return new TrainingOptions(BoostingParameters.standard(seed), BusinessCost.STANDARD, false);
  }
}
