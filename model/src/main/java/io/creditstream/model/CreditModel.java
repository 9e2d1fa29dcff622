package io.creditstream.model;

/**
 * A model that scores feature vectors. An instance belongs to one thread at a time: it is not safe
 * for concurrent use.
 */
public interface CreditModel extends AutoCloseable {

  /** The length of the feature vector. */
  int featureCount();

  /**
   * The score of a row.
   *
   * @param features the vector, NaN where missing
   * @return log-odds of default
   */
  double rawScore(double[] features);

  /** The average raw score over the training data, where the contributions start, in log-odds. */
  double baseValue();

  /**
   * What each feature adds to the score: the path-dependent SHAP values of Lundberg et al.,
   * "Consistent Individualized Feature Attribution for Tree Ensembles" (2018).
   *
   * @param features the vector, NaN where missing
   * @return one contribution a feature, in log-odds; with the base value they add up to the raw
   *     score
   */
  double[] contributions(double[] features);

  /** Frees what it holds. The model must not be used afterwards. */
  @Override
  void close();
}
