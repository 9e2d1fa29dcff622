package io.creditstream.model.compiled;

import io.creditstream.model.CreditModel;

/**
 * A compiled forest in the hands of one thread: it adds a few buffers to what all threads share.
 */
public final class CompiledCreditModel implements CreditModel {

  private final CompiledForest forest;
  private final double[] codes;
  private final ShapKernel shap;

  public CompiledCreditModel(CompiledForest forest) {
    this.forest = forest;
    this.codes = new double[forest.codes().slots()];
    this.shap = new ShapKernel(forest.shapTrees());
  }

  @Override
  public int featureCount() {
    return forest.featureNames().size();
  }

  @Override
  public double rawScore(double[] features) {
    read(features);
    return forest.trees().rawScore(codes);
  }

  @Override
  public double baseValue() {
    return forest.baseValue();
  }

  @Override
  public double[] contributions(double[] features) {
    read(features);
    double[] contributions = new double[featureCount()];
    shap.add(codes, contributions);
    return contributions;
  }

  /** Does nothing: there is no native memory. */
  @Override
  public void close() {}

  private void read(double[] features) {
    if (features.length != featureCount()) {
      throw new IllegalArgumentException(
          "the model takes " + featureCount() + " features, not " + features.length);
    }
    forest.codes().fill(features, codes);
  }
}
