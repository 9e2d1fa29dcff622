package io.creditstream.scorer.explanation;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.Reason;
import java.util.Arrays;
import java.util.List;

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
    int[] heaviest = new int[MAX_REASONS];
    int size = 0;
    for (int i = 0; i < contributions.length; i++) {
      if (contributions[i] > 0 && dictionary.get(i).showable()) {
        size = insert(i, heaviest, size, contributions);
      }
    }
    return Arrays.stream(heaviest, 0, size)
        .mapToObj(i -> reason(dictionary.get(i), features[i], contributions[i]))
        .toList();
  }

  /** Puts a feature where it belongs among the heaviest, if it does; gives how many they are. */
  private static int insert(int feature, int[] heaviest, int size, double[] contributions) {
    int at = size;
    while (at > 0 && contributions[heaviest[at - 1]] < contributions[feature]) {
      at--;
    }
    if (at == MAX_REASONS) {
      return size;
    }
    int grown = Math.min(size + 1, MAX_REASONS);
    System.arraycopy(heaviest, at, heaviest, at + 1, grown - at - 1);
    heaviest[at] = feature;
    return grown;
  }

  private static Reason reason(FeatureEntry feature, double value, double contribution) {
    return new Reason(feature.name(), feature.describe(value), contribution, code(feature.name()));
  }

  /** The stable code of a feature as a reason: downstream systems map it to their own texts. */
  static String code(String feature) {
    return "R_" + feature;
  }
}
