package io.creditstream.scorer.explanation;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the reasons of a score: the features that raise it most, up to four, without those that
 * may not be shown to a client. Of equal contributions the earlier feature comes first.
 */
public final class ReasonSelector {

  /** Most reasons of a decision. */
  public static final int MAX_REASONS = 4;

  private final FeatureDictionary dictionary;

  public ReasonSelector(FeatureDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * The reasons, the heaviest first.
   *
   * @param features the vector
   * @param contributions one a feature, in log-odds of default
   */
  public List<Reason> select(double[] features, double[] contributions) {
    return IntStream.range(0, contributions.length)
        .filter(i -> contributions[i] > 0 && dictionary.get(i).showable())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -contributions[i])
                .thenComparing(Comparator.naturalOrder()))
        .limit(MAX_REASONS)
        .map(i -> reason(dictionary.get(i), features[i], contributions[i]))
        .toList();
  }

  private static Reason reason(FeatureEntry feature, double value, double contribution) {
    return new Reason(feature.name(), feature.describe(value), contribution, code(feature.name()));
  }

  /** The stable code of a feature as a reason: downstream systems map it to their own texts. */
  static String code(String feature) {
    return "R_" + feature;
  }
}
