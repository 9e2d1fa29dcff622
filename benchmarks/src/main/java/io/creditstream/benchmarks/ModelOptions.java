package io.creditstream.benchmarks;

import io.creditstream.benchmarks.input.ModelChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that measure a model. */
final class ModelOptions {

  @Option(names = "--trees", description = "trees of the fitted model")
  private int trees = 300;

  @Option(names = "--leaves", description = "leaves of each tree")
  private int leaves = 31;

  @Option(names = "--bundle", description = "a bundle to measure in place of a fitted model")
  private @Nullable Path bundle;

  /**
   * The model that is asked for.
   *
   * @param declined share of the clients that its policy declines
   */
  ModelChoice choice(double declined) {
    return new ModelChoice(trees, leaves, ModelChoice.ALL, declined, bundle);
  }
}
