package io.creditstream.benchmarks.pages;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.features.bundle.Documents;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.profile.ReferenceProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What pages know of a model with all features of the catalog. */
final class DrawnModel {

  private static final int REFERENCE_ROWS = 2_000;
  private static final List<String> LEVELS = List.of("first", "second", "third");
  private static final double MISSING = 0.1;

  private DrawnModel() {}

  static KnownModel draw() {
    FeatureDictionary dictionary =
        new FeatureDictionary(
            FeatureCatalog.standard().trainable().stream()
                .map(feature -> feature.entry(feature.isCategory() ? LEVELS : List.of()))
                .toList());
    return new KnownModel(
        "0".repeat(64),
        "drawn",
        Instant.EPOCH,
        dictionary,
        profile(dictionary),
        new Policy("drawn", 0.1, 0.1),
        new TrainingSummary(1, 1, 0.1, 1, 0.7, 0.9, 10, 0.5, 0.1, 1, 1, 1, 1, 1),
        Map.of(),
        Documents.NONE);
  }

  /** A vector; null for missing. */
  static List<@Nullable Double> vector(FeatureDictionary dictionary, Random random) {
    List<@Nullable Double> vector = new ArrayList<>(dictionary.size());
    for (FeatureEntry feature : dictionary.entries()) {
      double value = value(feature, random);
      vector.add(Double.isNaN(value) ? null : value);
    }
    return vector;
  }

  private static double value(FeatureEntry feature, Random random) {
    if (random.nextDouble() < MISSING) {
      return Double.NaN;
    }
    return feature.isCategory() ? random.nextInt(LEVELS.size()) : random.nextGaussian() * 100;
  }

  private static ReferenceProfile profile(FeatureDictionary dictionary) {
    Random random = new Random(2);
    double[][] columns = new double[dictionary.size()][REFERENCE_ROWS];
    double[] scores = new double[REFERENCE_ROWS];
    for (int row = 0; row < REFERENCE_ROWS; row++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][row] = value(dictionary.get(i), random);
      }
      scores[row] = random.nextDouble();
    }
    return ReferenceProfile.of(dictionary, columns, scores);
  }
}
