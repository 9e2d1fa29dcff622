package io.creditstream.features.catalog;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.LoanApplication;

/**
 * All that the features of one application are computed from.
 *
 * @param application the application
 * @param history the client's history
 * @param dates counts days and months from the date of the application
 */
public record Applicant(LoanApplication application, ClientHistory history, HistoryDates dates) {

  public static Applicant of(LoanApplication application, ClientHistory history) {
    return new Applicant(application, history, HistoryDates.of(application.getSubmittedAt()));
  }

  /** Says nothing about the client. */
  @Override
  public String toString() {
    return "Applicant[" + history + "]";
  }
}
