package io.creditstream.scorer.decision;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.scorer.metrics.ScoringMetrics;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts categories with a level that the model has not seen in training, by feature: such a level
 * scores as one that is none of the known. Belongs to one thread.
 */
public final class UnseenCategories {

  private final ScoringMetrics metrics;
  private @Nullable FeatureDictionary dictionary;
  private int[] categories = {};

  public UnseenCategories(ScoringMetrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Counts those of one application.
   *
   * @param features the vector in the order of the dictionary, null where missing
   */
  public void count(FeatureDictionary current, List<@Nullable Double> features) {
    if (current != dictionary) {
      dictionary = current;
      categories =
          IntStream.range(0, current.size()).filter(i -> current.get(i).isCategory()).toArray();
    }
    for (int index : categories) {
      Double value = features.get(index);
      if (value != null && value == FeatureEntry.UNSEEN) {
        metrics.unseenCategory(current.get(index).name());
      }
    }
  }
}
