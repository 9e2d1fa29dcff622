package io.creditstream.trainer;

import io.creditstream.trainer.evaluation.CostModel;
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.search.SearchOptions;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a model is trained.
 *
 * @param seed seed of everything random
 * @param folds number of folds of cross-validation, at least 2
 * @param boosting how the trees are grown where no search finds something better
 * @param cost what wrong decisions cost
 * @param protectedFeatures which features may be used that tell of protected attributes
 * @param search for better hyper-parameters
 * @param compare whether treatments of class imbalance and other kinds of models are compared
 */
public record TrainingOptions(
    long seed,
    int folds,
    BoostingParameters boosting,
    CostModel cost,
    ProtectedFeatures protectedFeatures,
    SearchOptions search,
    boolean compare) {

  private static final int FOLDS = 5;
  private static final int QUICK_FOLDS = 3;
  private static final int MOST_FOLDS = 20;

  public TrainingOptions {
    Objects.requireNonNull(boosting, "boosting");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(protectedFeatures, "protectedFeatures");
    Objects.requireNonNull(search, "search");
    if (folds < 2 || folds > MOST_FOLDS) {
      throw new IllegalArgumentException("folds must be from 2 to " + MOST_FOLDS);
    }
  }

  /** With all comparisons, without a search. */
  public static TrainingOptions standard(long seed) {
    return new TrainingOptions(
        seed,
        FOLDS,
        BoostingParameters.standard(seed),
        CostModel.STANDARD,
        ProtectedFeatures.ALL_BUT_GENDER,
        SearchOptions.NONE,
        true);
  }

  /** A sound model in little time: fewer folds, no comparison. */
  public static TrainingOptions quick(long seed) {
    return new TrainingOptions(
        seed,
        QUICK_FOLDS,
        BoostingParameters.quick(seed),
        CostModel.STANDARD,
        ProtectedFeatures.ALL_BUT_GENDER,
        SearchOptions.NONE,
        false);
  }

  /** What was asked for, by option name, but seed and folds. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.putAll(cost.settings());
    settings.putAll(search.budget().settings());
    settings.put("with-gender", Boolean.toString(protectedFeatures == ProtectedFeatures.ALL));
    settings.put(
        "without-protected", Boolean.toString(protectedFeatures == ProtectedFeatures.NONE));
    settings.put("compare", Boolean.toString(compare));
    return settings;
  }
}
