package io.creditstream.model.compiled;

import io.creditstream.model.forest.Forest;
import io.creditstream.model.forest.ForestText;
import io.creditstream.model.forest.UnsupportedForestException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A forest in the form in which it is run. Immutable: threads share it, each with a {@link
 * CompiledCreditModel} of its own.
 */
public final class CompiledForest {

  private final List<String> featureNames;
  private final double baseValue;
  private final FeatureCodes codes;
  private final FlatTrees trees;
  private final List<ShapTree> shapTrees;

  private CompiledForest(Forest forest) {
    SplitCodes splits = new SplitCodes(forest);
    this.featureNames = forest.featureNames();
    this.baseValue = forest.expectedValue();
    this.codes = splits.features();
    this.trees = new FlatTrees(forest, splits);
    Map<Integer, GaussRadau> rules = new HashMap<>();
    this.shapTrees =
        forest.trees().stream()
            .filter(tree -> !tree.splits().isEmpty())
            .map(tree -> ShapTreeLayout.of(tree, splits, rules))
            .toList();
  }

  /**
   * Compiles a model.
   *
   * @param modelText LightGBM's text form
   * @throws UnsupportedForestException if only LightGBM can run it
   */
  public static CompiledForest compile(String modelText) {
    return new CompiledForest(ForestText.parse(modelText));
  }

  /** What the model calls its features, in the order of the vector. */
  public List<String> featureNames() {
    return featureNames;
  }

  double baseValue() {
    return baseValue;
  }

  FeatureCodes codes() {
    return codes;
  }

  FlatTrees trees() {
    return trees;
  }

  List<ShapTree> shapTrees() {
    return shapTrees;
  }
}
