package io.creditstream.features.extraction;

import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.catalog.FeatureValue;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Sees the training data once and freezes the levels of its categories, in alphabetical order, into
 * a dictionary.
 */
public final class LevelCollector {

  private final List<FeatureDefinition> definitions;
  private final List<TreeSet<String>> levels = new ArrayList<>();

  public LevelCollector(List<FeatureDefinition> definitions) {
    this.definitions = List.copyOf(definitions);
    definitions.forEach(definition -> levels.add(new TreeSet<>()));
  }

  /** Takes notice of the levels of one application. */
  public void see(LoanApplication application, ClientHistory history) {
    Applicant applicant = Applicant.of(application, history);
    for (int i = 0; i < definitions.size(); i++) {
      if (definitions.get(i).value() instanceof FeatureValue.Level level) {
        String seen = level.of().apply(applicant);
        if (seen != null) {
          levels.get(i).add(seen);
        }
      }
    }
  }

  /** The dictionary of the features with the levels seen so far. */
  public FeatureDictionary dictionary() {
    List<FeatureEntry> entries = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      entries.add(definitions.get(i).entry(List.copyOf(levels.get(i))));
    }
    return new FeatureDictionary(entries);
  }
}
