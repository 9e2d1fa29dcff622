package io.creditstream.features.extraction;

import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.catalog.FeatureValue;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Computes the feature vector of a model: the one definition that training and scoring share.
 * Immutable and safe for use by many threads.
 */
public final class FeatureExtractor {

  private final List<ToDoubleFunction<Applicant>> features;

  /**
   * An extractor of the features of a dictionary, in its order.
   *
   * @throws IllegalArgumentException if the dictionary names a feature that this release does not
   *     know, or of another kind
   */
  public FeatureExtractor(FeatureDictionary dictionary) {
    this.features = dictionary.entries().stream().map(FeatureExtractor::bind).toList();
  }

  /** The number of features. */
  public int size() {
    return features.size();
  }

  /**
   * The feature vector of an application.
   *
   * @return one value a feature; NaN where missing, for a category the index of its level or {@link
   *     FeatureEntry#UNSEEN}
   */
  public double[] extract(LoanApplication application, ClientHistory history) {
    return extract(Applicant.of(application, history));
  }

  /** The same, for an applicant of whom another model may have counted the history already. */
  public double[] extract(Applicant applicant) {
    double[] vector = new double[features.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = features.get(i).applyAsDouble(applicant);
    }
    return vector;
  }

  private static ToDoubleFunction<Applicant> bind(FeatureEntry entry) {
    FeatureDefinition definition = FeatureCatalog.standard().require(entry.name());
    if (definition.isCategory() != entry.isCategory()) {
      throw new IllegalArgumentException(
          "feature " + entry.name() + " is of another kind in this release; train the model again");
    }
    if (definition.value() instanceof FeatureValue.Level level) {
      Map<String, Double> codes = codes(entry.levels());
      return applicant -> code(codes, level.of().apply(applicant));
    }
    return ((FeatureValue.Numeric) definition.value()).of();
  }

  private static Map<String, Double> codes(List<String> levels) {
    Map<String, Double> codes = new HashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      codes.put(levels.get(i), (double) i);
    }
    return codes;
  }

  private static double code(Map<String, Double> codes, @Nullable String level) {
    return level == null ? Double.NaN : codes.getOrDefault(level, FeatureEntry.UNSEEN);
  }
}
