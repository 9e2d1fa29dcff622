package io.creditstream.trainer.fit;

/** The ways of LightGBM to grow trees. */
public enum Growth {
  /** Gradient boosting. */
  BOOSTING(""),
  /** Gradient boosting that drops rows of small gradient (Ke et al., "LightGBM", 2017). */
  ONE_SIDED_SAMPLING(" data_sample_strategy=goss"),
  /**
   * Gradient boosting with random thresholds (Geurts et al., "Extremely Randomized Trees", 2006).
   */
  RANDOM_THRESHOLDS(" extra_trees=true"),
  /** A random forest: each tree is fitted to other rows, none to what the others left. */
  FOREST(" boosting=rf feature_fraction_bynode=0.3");

  private final String settings;

  Growth(String settings) {
    this.settings = settings;
  }

  String lightGbm() {
    return settings;
  }
}
