package io.creditstream.features.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model was trained on: the distribution of every feature, and of the score, in bins that
 * never move.
 *
 * @param rows rows of the reference for the features
 * @param features one profile a feature, in the order of the dictionary
 * @param score profile of the probability of default, on rows that the model was not fitted to
 * @param joint how the features go together; null where rows or features are too few for that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferenceProfile(
    long rows, List<FeatureProfile> features, NumericProfile score, @Nullable JointProfile joint) {

  /** Stands for the score where a feature is named. */
  public static final String SCORE = "probability_of_default";

  public ReferenceProfile {
    features = List.copyOf(features);
    Objects.requireNonNull(score, "score");
  }

  /** A profile that does not know how the features go together. */
  public ReferenceProfile(long rows, List<FeatureProfile> features, NumericProfile score) {
    this(rows, features, score, null);
  }

  /**
   * The profile of a reference.
   *
   * @param columns the values of each feature: columns[feature][row]
   * @param scores probabilities of default on rows that the model was not fitted to
   */
  public static ReferenceProfile of(
      FeatureDictionary dictionary, double[][] columns, double[] scores) {
    if (columns.length != dictionary.size()) {
      throw new IllegalArgumentException("one column a feature is needed");
    }
    List<FeatureProfile> features = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      FeatureEntry entry = dictionary.get(i);
      features.add(
          entry.isCategory()
              ? CategoryProfile.of(entry.name(), entry.levels(), columns[i])
              : NumericProfile.of(entry.name(), columns[i]));
    }
    long rows = columns.length == 0 ? 0 : columns[0].length;
    return new ReferenceProfile(
        rows,
        features,
        NumericProfile.of(SCORE, scores),
        JointReference.of(features, columns).orElse(null));
  }
}
