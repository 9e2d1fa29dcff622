package io.creditstream.trainer;

import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleTable;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is trained on.
 *
 * @param dossiers loans with known outcomes; whoever made it closes it
 * @param missingTables tables of history that are not there: features of theirs are left out of the
 *     model
 * @param applications those that the model will meet, to be compared with the loans; null where
 *     there are none
 */
public record TrainingInput(
    DossierSource dossiers, List<KaggleTable> missingTables, @Nullable DossierSource applications) {

  public TrainingInput {
    missingTables = List.copyOf(missingTables);
  }

  /** Loans alone. */
  public TrainingInput(DossierSource dossiers, List<KaggleTable> missingTables) {
    this(dossiers, missingTables, null);
  }

  /** Whether there are data to compute a feature from. */
  boolean has(FeatureDefinition feature) {
    return Collections.disjoint(feature.tables(), missingTables);
  }

  List<String> missingTableNames() {
    return missingTables.stream().map(KaggleTable::fileStem).toList();
  }
}
