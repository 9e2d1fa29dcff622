package io.creditstream.features.dataset;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanApplication;
import org.jspecify.annotations.Nullable;

/**
 * An application with the client's history and, where known, what became of the loan.
 *
 * @param application the application
 * @param history the client's history
 * @param defaulted the training target; null where unknown
 */
public record Dossier(
    LoanApplication application, ClientHistory history, @Nullable Boolean defaulted) {

  /** Says nothing about the client. */
  @Override
  public String toString() {
    return "Dossier[" + history + "]";
  }
}
