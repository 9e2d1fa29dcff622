package io.creditstream.model.compiled;

import io.creditstream.model.forest.Forest;
import io.creditstream.model.forest.ForestText;
import io.creditstream.model.forest.UnsupportedForestException;
import java.util.List;

/**
 * A forest in the form in which it is run. Immutable: threads share it, each with a {@link
 * CompiledCreditModel} of its own.
 */
public final class CompiledForest {

  private final List<String> featureNames;
  private final double baseValue;
  private final FeatureCodes codes;
  private final FlatTrees trees;
  private final ShapTables tables;

  private CompiledForest(Forest forest, long tableBytes) {
    SplitCodes splits = new SplitCodes(forest);
    this.featureNames = forest.featureNames();
    this.baseValue = forest.expectedValue();
    this.codes = splits.features();
    this.trees = new FlatTrees(forest, splits);
    this.tables =
        new ShapTables(
            forest.trees().stream().map(tree -> ShapTreeLayout.of(tree, splits)).toList(),
            tableBytes);
  }

  /**
   * Compiles a model.
   *
   * @param modelText LightGBM's text form
   * @param tableBytes most bytes of tables for contributions; with less they are slower, not other
   * @throws UnsupportedForestException if only LightGBM can run it
   */
  public static CompiledForest compile(String modelText, long tableBytes) {
    return new CompiledForest(ForestText.parse(modelText), tableBytes);
  }

  /** What the model calls its features, in the order of the vector. */
  public List<String> featureNames() {
    return featureNames;
  }

  /** Bytes of tables for contributions. */
  public long tableBytes() {
    return tables.bytes();
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

  ShapTables tables() {
    return tables;
  }
}
