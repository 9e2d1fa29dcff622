package io.creditstream.model.forest;

import java.util.List;

/**
 * A sum of trees that gives one raw score.
 *
 * @param featureNames what the model calls its features, in the order of the vector
 * @param trees in the order in which LightGBM adds them up
 */
public record Forest(List<String> featureNames, List<Tree> trees) {

  public Forest {
    featureNames = List.copyOf(featureNames);
    trees = List.copyOf(trees);
    for (Tree tree : trees) {
      for (Split split : tree.splits()) {
        if (split.feature() >= featureNames.size()) {
          throw new MalformedForestException("a split names a feature that the model lacks");
        }
      }
    }
  }

  /** The length of the feature vector. */
  public int featureCount() {
    return featureNames.size();
  }

  /** The raw score of a row, the plain way: it says what every faster one has to give. */
  public double rawScore(double[] features) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.leafOf(features).value();
    }
    return sum;
  }

  /** The average raw score over the training rows. */
  public double expectedValue() {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.expectedValue();
    }
    return sum;
  }
}
