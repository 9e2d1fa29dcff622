package io.creditstream.benchmarks.input;

import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.dataset.Dossier;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model is measured.
 *
 * @param trees trees of the model that is fitted
 * @param leaves leaves of each tree
 * @param features how many of the catalog's features it has, from the first on
 * @param declined share of the clients that its policy declines
 * @param bundle a bundle to measure in place of the fitted model
 */
public record ModelChoice(
    int trees, int leaves, int features, double declined, @Nullable Path bundle) {

  /** All features of the catalog. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Fits the model to clients, or reads the bundle. */
  public BenchmarkModel model(List<Dossier> clients) {
    return bundle == null
        ? BenchmarkModel.fit(clients, trees, leaves, features, declined)
        : BenchmarkModel.of(BundleDirectory.read(bundle), clients, declined);
  }
}
