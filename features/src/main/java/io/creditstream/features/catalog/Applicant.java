package io.creditstream.features.catalog;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.LoanApplication;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * All that the features of one application are computed from. What is counted over the history is
 * kept for the features to come: one thread at a time.
 */
public final class Applicant {

  private final LoanApplication application;
  private final ClientHistory history;
  private final HistoryDates dates;
  private final Map<RecordTable<?>, Tally> tallies = new IdentityHashMap<>();

  private Applicant(LoanApplication application, ClientHistory history) {
    this.application = application;
    this.history = history;
    this.dates = HistoryDates.of(application.getSubmittedAt());
  }

  public static Applicant of(LoanApplication application, ClientHistory history) {
    return new Applicant(application, history);
  }

  public LoanApplication application() {
    return application;
  }

  public ClientHistory history() {
    return history;
  }

  /** Counts days and months from the date of the application. */
  public HistoryDates dates() {
    return dates;
  }

  /** What is counted and summed over one kind of record. */
  Tally tally(RecordTable<?> table) {
    Tally tally = tallies.get(table);
    if (tally == null) {
      tally = table.tally(this);
      tallies.put(table, tally);
    }
    return tally;
  }

  /** Says nothing about the client. */
  @Override
  public String toString() {
    return "Applicant[" + history + "]";
  }
}
