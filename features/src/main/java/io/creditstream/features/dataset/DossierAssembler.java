package io.creditstream.features.dataset;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.ClientHistoryBuilder;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the events of one application from its rows in all tables. Not safe for many threads. */
public final class DossierAssembler {

  private static final String ID = "SK_ID_CURR";
  private static final String TARGET = "TARGET";

  private final RowMapper<LoanApplication> applications;
  private final HistoryMapper history;
  private final int id;
  private final int target;

  /**
   * @param applications header of the table of applications
   * @param history headers of the tables of history
   * @throws DatasetException if a header lacks a column that is needed
   */
  public DossierAssembler(TableHeader applications, Map<KaggleTable, TableHeader> history) {
    this.applications =
        new RowMapper<>(LoanApplication.getClassSchema(), LoanApplication::new, applications);
    this.history = new HistoryMapper(history);
    this.id = applications.require(ID);
    this.target = applications.indexOf(TARGET);
  }

  /**
   * The dossier of an application: what a stream would bring if it were submitted at the given
   * time.
   *
   * @throws MalformedRowException if a row cannot be read
   */
  public Dossier assemble(ClientRows rows, Instant submittedAt) {
    LoanApplication application =
        applications.map(rows.application(), HistoryDates.of(submittedAt));
    String clientId = rows.application().cells().get(id);
    if (clientId.isEmpty()) {
      throw new MalformedRowException(rows.application(), ID + " must not be empty");
    }
    application.setApplicationId(clientId);
    application.setClientId(clientId);
    application.setSubmittedAt(submittedAt);
    return new Dossier(application, history(rows, clientId, submittedAt), defaulted(rows));
  }

  private ClientHistory history(ClientRows rows, String clientId, Instant submittedAt) {
    ClientHistoryBuilder builder = ClientHistory.builder();
    history
        .bureauCredits(rows, clientId, submittedAt)
        .forEach(credit -> builder.add(HistorySource.BUREAU_CREDITS, credit));
    history
        .previousApplications(rows, clientId, submittedAt)
        .forEach(earlier -> builder.add(HistorySource.PREVIOUS_APPLICATIONS, earlier));
    history
        .posCashBalances(rows, clientId, submittedAt)
        .forEach(balance -> builder.add(HistorySource.POS_CASH_BALANCES, balance));
    history
        .cardBalances(rows, clientId, submittedAt)
        .forEach(balance -> builder.add(HistorySource.CARD_BALANCES, balance));
    history
        .installmentPayments(rows, clientId, submittedAt)
        .forEach(payment -> builder.add(HistorySource.INSTALLMENT_PAYMENTS, payment));
    return builder.build();
  }

  private @Nullable Boolean defaulted(ClientRows rows) {
    if (target < 0) {
      return null;
    }
    return switch (rows.application().cells().get(target)) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new MalformedRowException(rows.application(), TARGET + " must be 0 or 1");
    };
  }
}
