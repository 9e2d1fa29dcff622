package io.creditstream.trainer.fit;

/**
 * How gradient boosting is run.
 *
 * @param maxTrees most trees
 * @param earlyStopping trees without improvement after which it stops
 * @param learningRate shrinkage of each tree
 * @param leaves most leaves of a tree
 * @param minDataInLeaf fewest training rows of a leaf
 * @param featureFraction share of the features that each tree may use
 * @param lambdaL2 L2 regularisation of the leaf values
 * @param seed seed of everything random
 */
public record BoostingParameters(
    int maxTrees,
    int earlyStopping,
    double learningRate,
    int leaves,
    int minDataInLeaf,
    double featureFraction,
    double lambdaL2,
    long seed) {

  public BoostingParameters {
    if (maxTrees < 1 || earlyStopping < 1 || leaves < 2 || minDataInLeaf < 1) {
      throw new IllegalArgumentException("boosting needs at least one tree of two leaves");
    }
    if (!(learningRate > 0 && learningRate <= 1 && featureFraction > 0 && featureFraction <= 1)) {
      throw new IllegalArgumentException("learning rate and feature fraction must be in (0, 1]");
    }
  }

  public static BoostingParameters standard(long seed) {
    return new BoostingParameters(1000, 100, 0.03, 16, 40, 0.2, 10, seed);
  }

  /** In LightGBM's form; the same parameters and data give the same model, bit for bit. */
  String lightGbm(String categories) {
    return "objective=binary metric=binary_logloss learning_rate=%s num_leaves=%d min_data_in_leaf=%d feature_fraction=%s lambda_l2=%s max_bin=255 seed=%d deterministic=true force_row_wise=true verbosity=-1 categorical_feature=%s"
        .formatted(
            learningRate,
            leaves,
            minDataInLeaf,
            featureFraction,
            lambdaL2,
            Math.floorMod(seed, Integer.MAX_VALUE),
            categories);
  }
}
