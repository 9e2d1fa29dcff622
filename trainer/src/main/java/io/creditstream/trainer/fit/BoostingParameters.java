package io.creditstream.trainer.fit;

import java.util.Map;
import java.util.TreeMap;

/**
 * How gradient boosting is run.
 *
 * @param maxTrees most trees
 * @param earlyStopping trees without improvement after which it stops
 * @param learningRate shrinkage of each tree
 * @param leaves most leaves of a tree
 * @param minDataInLeaf fewest training rows of a leaf
 * @param featureFraction share of the features that each tree may use
 * @param baggingFraction share of the rows that each tree is fitted to
 * @param lambdaL1 L1 regularisation of the leaf values
 * @param lambdaL2 L2 regularisation of the leaf values
 * @param randomThresholds whether each feature offers one random threshold at a split instead of
 *     its best one (Geurts et al., "Extremely Randomized Trees", 2006)
 * @param seed seed of everything random
 */
public record BoostingParameters(
    int maxTrees,
    int earlyStopping,
    double learningRate,
    int leaves,
    int minDataInLeaf,
    double featureFraction,
    double baggingFraction,
    double lambdaL1,
    double lambdaL2,
    boolean randomThresholds,
    long seed) {

  public BoostingParameters {
    if (maxTrees < 1 || earlyStopping < 1 || leaves < 2 || minDataInLeaf < 1) {
      throw new IllegalArgumentException("boosting needs at least one tree of two leaves");
    }
    if (!(isShare(learningRate) && isShare(featureFraction) && isShare(baggingFraction))) {
      throw new IllegalArgumentException("learning rate and fractions must be in (0, 1]");
    }
    if (!(lambdaL1 >= 0 && lambdaL2 >= 0)) {
      throw new IllegalArgumentException("regularisation must be at least 0");
    }
  }

  /** What does well on data of this kind without a search. */
  public static BoostingParameters standard(long seed) {
    return new BoostingParameters(2000, 100, 0.03, 16, 40, 0.2, 1, 0, 10, true, seed);
  }

  /** Larger steps, for the time that they save. */
  public static BoostingParameters quick(long seed) {
    return new BoostingParameters(400, 30, 0.1, 8, 40, 0.2, 1, 0, 10, true, seed);
  }

  /** The same with all rows for every tree. */
  public BoostingParameters withoutBagging() {
    return with(1, randomThresholds);
  }

  /** The same with random thresholds or without. */
  public BoostingParameters withRandomThresholds(boolean random) {
    return with(baggingFraction, random);
  }

  private BoostingParameters with(double bagging, boolean random) {
    return new BoostingParameters(
        maxTrees,
        earlyStopping,
        learningRate,
        leaves,
        minDataInLeaf,
        featureFraction,
        bagging,
        lambdaL1,
        lambdaL2,
        random,
        seed);
  }

  /** Those that shape the model, by LightGBM's names. */
  public Map<String, String> byName() {
    Map<String, String> byName = new TreeMap<>();
    byName.put("learning_rate", Double.toString(learningRate));
    byName.put("num_leaves", Integer.toString(leaves));
    byName.put("min_data_in_leaf", Integer.toString(minDataInLeaf));
    byName.put("feature_fraction", Double.toString(featureFraction));
    byName.put("bagging_fraction", Double.toString(baggingFraction));
    byName.put("lambda_l1", Double.toString(lambdaL1));
    byName.put("lambda_l2", Double.toString(lambdaL2));
    byName.put("extra_trees", Boolean.toString(randomThresholds));
    return byName;
  }

  /** In LightGBM's form; the same parameters and data give the same model, bit for bit. */
  String lightGbm() {
    StringBuilder settings =
        new StringBuilder("objective=binary metric=none deterministic=true force_col_wise=true")
            .append(" num_threads=1 verbosity=-1 bagging_freq=")
            .append(baggingFraction < 1 ? 1 : 0)
            .append(" seed=")
            .append(Math.floorMod(seed, Integer.MAX_VALUE));
    byName().forEach((name, value) -> settings.append(' ').append(name).append('=').append(value));
    return settings.toString();
  }

  private static boolean isShare(double value) {
    return value > 0 && value <= 1;
  }
}
