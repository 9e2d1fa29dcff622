package io.creditstream.trainer;

import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.schemas.topic.Topics;
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
    return missingTables.stream().noneMatch(table -> feature.source().equals(topic(table)));
  }

  List<String> missingTableNames() {
    return missingTables.stream().map(KaggleTable::fileStem).toList();
  }

  /** The topic whose features a table alone makes. Balances of the bureau come with its credits. */
  private static String topic(KaggleTable table) {
    return switch (table) {
      case APPLICATION_TRAIN, APPLICATION_TEST -> Topics.APPLICATIONS.name();
      case BUREAU -> Topics.BUREAU_CREDITS.name();
      case BUREAU_BALANCE -> "";
      case PREVIOUS_APPLICATION -> Topics.PREVIOUS_APPLICATIONS.name();
      case POS_CASH_BALANCE -> Topics.POS_CASH_BALANCES.name();
      case CREDIT_CARD_BALANCE -> Topics.CARD_BALANCES.name();
      case INSTALLMENTS_PAYMENTS -> Topics.INSTALLMENT_PAYMENTS.name();
    };
  }
}
