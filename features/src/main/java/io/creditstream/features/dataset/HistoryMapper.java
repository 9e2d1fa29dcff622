package io.creditstream.features.dataset;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.CreditCardBalance;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.MonthlyBalance;
import io.creditstream.schemas.PosCashBalance;
import io.creditstream.schemas.PreviousApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Maps the rows of the tables of history to events. A record counts as known from the date that it
 * tells of, at the latest from the application on.
 */
final class HistoryMapper {

  private static final String PREVIOUS_ID = "SK_ID_PREV";
  private static final String BUREAU_ID = "SK_ID_BUREAU";
  private static final String MONTH = "MONTHS_BALANCE";

  private final Map<KaggleTable, TableHeader> headers;
  private final Map<KaggleTable, RowMapper<? extends SpecificRecordBase>> mappers = new HashMap<>();

  HistoryMapper(Map<KaggleTable, TableHeader> headers) {
    this.headers = headers;
    headers.forEach(
        (table, header) -> {
          RowMapper<? extends SpecificRecordBase> mapper = mapper(table, header);
          if (mapper != null) {
            mappers.put(table, mapper);
          }
        });
  }

  private static @Nullable RowMapper<? extends SpecificRecordBase> mapper(
      KaggleTable table, TableHeader header) {
    return switch (table) {
      case BUREAU -> {
        header.require(BUREAU_ID);
        yield new RowMapper<>(BureauCredit.getClassSchema(), BureauCredit::new, header);
      }
      case BUREAU_BALANCE -> {
        header.require(BUREAU_ID);
        header.require(MONTH);
        header.require("STATUS");
        yield null;
      }
      case PREVIOUS_APPLICATION -> {
        header.require(PREVIOUS_ID);
        yield new RowMapper<>(
            PreviousApplication.getClassSchema(), PreviousApplication::new, header);
      }
      case POS_CASH_BALANCE -> {
        header.require(PREVIOUS_ID);
        header.require(MONTH);
        yield new RowMapper<>(PosCashBalance.getClassSchema(), PosCashBalance::new, header);
      }
      case CREDIT_CARD_BALANCE -> {
        header.require(PREVIOUS_ID);
        header.require(MONTH);
        yield new RowMapper<>(CreditCardBalance.getClassSchema(), CreditCardBalance::new, header);
      }
      case INSTALLMENTS_PAYMENTS -> {
        header.require(PREVIOUS_ID);
        yield new RowMapper<>(InstallmentPayment.getClassSchema(), InstallmentPayment::new, header);
      }
      case APPLICATION_TRAIN, APPLICATION_TEST -> null;
    };
  }

  List<BureauCredit> bureauCredits(ClientRows rows, String clientId, Instant submittedAt) {
    HistoryDates dates = HistoryDates.of(submittedAt);
    Map<String, List<MonthlyBalance>> balances = balances(rows, dates);
    List<BureauCredit> credits = new ArrayList<>();
    for (TableRow row : rows.of(KaggleTable.BUREAU)) {
      BureauCredit credit = map(KaggleTable.BUREAU, row, dates);
      credit.setRecordId(cell(KaggleTable.BUREAU, row, BUREAU_ID));
      credit.setClientId(clientId);
      credit.setEventTime(knownSince(credit.getUpdatedOn(), submittedAt));
      credit.setBalances(balances.getOrDefault(credit.getRecordId(), List.of()));
      credits.add(credit);
    }
    return credits;
  }

  List<PreviousApplication> previousApplications(
      ClientRows rows, String clientId, Instant submittedAt) {
    HistoryDates dates = HistoryDates.of(submittedAt);
    List<PreviousApplication> applications = new ArrayList<>();
    for (TableRow row : rows.of(KaggleTable.PREVIOUS_APPLICATION)) {
      PreviousApplication application = map(KaggleTable.PREVIOUS_APPLICATION, row, dates);
      application.setRecordId(cell(KaggleTable.PREVIOUS_APPLICATION, row, PREVIOUS_ID));
      application.setClientId(clientId);
      application.setEventTime(knownSince(application.getDecidedOn(), submittedAt));
      applications.add(application);
    }
    return applications;
  }

  List<PosCashBalance> posCashBalances(ClientRows rows, String clientId, Instant submittedAt) {
    HistoryDates dates = HistoryDates.of(submittedAt);
    List<PosCashBalance> balances = new ArrayList<>();
    for (TableRow row : rows.of(KaggleTable.POS_CASH_BALANCE)) {
      PosCashBalance balance = map(KaggleTable.POS_CASH_BALANCE, row, dates);
      balance.setRecordId(monthlyId(KaggleTable.POS_CASH_BALANCE, row));
      balance.setClientId(clientId);
      balance.setEventTime(monthClosed(balance.getBalanceMonth(), submittedAt));
      balances.add(balance);
    }
    return balances;
  }

  List<CreditCardBalance> cardBalances(ClientRows rows, String clientId, Instant submittedAt) {
    HistoryDates dates = HistoryDates.of(submittedAt);
    List<CreditCardBalance> balances = new ArrayList<>();
    for (TableRow row : rows.of(KaggleTable.CREDIT_CARD_BALANCE)) {
      CreditCardBalance balance = map(KaggleTable.CREDIT_CARD_BALANCE, row, dates);
      balance.setRecordId(monthlyId(KaggleTable.CREDIT_CARD_BALANCE, row));
      balance.setClientId(clientId);
      balance.setEventTime(monthClosed(balance.getBalanceMonth(), submittedAt));
      balances.add(balance);
    }
    return balances;
  }

  /**
   * Instalments may be paid in parts on one day: an ordinal in the order of content tells them
   * apart.
   */
  List<InstallmentPayment> installmentPayments(
      ClientRows rows, String clientId, Instant submittedAt) {
    HistoryDates dates = HistoryDates.of(submittedAt);
    List<InstallmentPayment> payments = new ArrayList<>();
    for (TableRow row : rows.of(KaggleTable.INSTALLMENTS_PAYMENTS)) {
      InstallmentPayment payment = map(KaggleTable.INSTALLMENTS_PAYMENTS, row, dates);
      LocalDate known = payment.getPaidOn() == null ? payment.getDueOn() : payment.getPaidOn();
      payment.setRecordId(
          payment.getPreviousId()
              + ":"
              + payment.getNumInstalmentVersion()
              + ":"
              + payment.getNumInstalmentNumber()
              + ":"
              + optionalCell(KaggleTable.INSTALLMENTS_PAYMENTS, row, "DAYS_ENTRY_PAYMENT"));
      payment.setClientId(clientId);
      payment.setEventTime(knownSince(known, submittedAt));
      payments.add(payment);
    }
    payments.sort(Comparator.naturalOrder());
    Map<String, Integer> ordinals = new HashMap<>();
    for (InstallmentPayment payment : payments) {
      int ordinal = ordinals.merge(payment.getRecordId(), 1, Integer::sum);
      payment.setRecordId(payment.getRecordId() + ":" + ordinal);
    }
    return payments;
  }

  private Map<String, List<MonthlyBalance>> balances(ClientRows rows, HistoryDates dates) {
    Map<String, List<MonthlyBalance>> balances = new HashMap<>();
    for (TableRow row : rows.of(KaggleTable.BUREAU_BALANCE)) {
      String month = cell(KaggleTable.BUREAU_BALANCE, row, MONTH);
      balances
          .computeIfAbsent(
              cell(KaggleTable.BUREAU_BALANCE, row, BUREAU_ID), id -> new ArrayList<>())
          .add(
              new MonthlyBalance(
                  dates.plusMonths(months(row, month)),
                  cell(KaggleTable.BUREAU_BALANCE, row, "STATUS").intern()));
    }
    balances.values().forEach(list -> list.sort(Comparator.naturalOrder()));
    return balances;
  }

  private static int months(TableRow row, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new MalformedRowException(row, MONTH + " must be " + Cell.MONTH.expected());
    }
  }

  @SuppressWarnings("unchecked") // Each table has a mapper of its own event.
  private <R extends SpecificRecordBase> R map(
      KaggleTable table, TableRow row, HistoryDates dates) {
    return ((RowMapper<R>) require(mappers.get(table))).map(row, dates);
  }

  private String cell(KaggleTable table, TableRow row, String column) {
    TableHeader header = require(headers.get(table));
    int index = header.require(column);
    if (row.cells().size() <= index || row.cells().get(index).isEmpty()) {
      throw new MalformedRowException(row, column + " must not be empty");
    }
    return row.cells().get(index);
  }

  private String optionalCell(KaggleTable table, TableRow row, String column) {
    int index = require(headers.get(table)).indexOf(column);
    return index < 0 ? "" : row.cells().get(index);
  }

  private static <T> T require(@Nullable T value) {
    return Objects.requireNonNull(value, "rows of a table without header");
  }

  /**
   * Ids are made of what the file says, so that a later replay brings versions of the same records.
   */
  private String monthlyId(KaggleTable table, TableRow row) {
    return cell(table, row, PREVIOUS_ID) + ":" + cell(table, row, MONTH);
  }

  private static Instant knownSince(@Nullable LocalDate date, Instant submittedAt) {
    if (date == null) {
      return submittedAt;
    }
    Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    return start.isBefore(submittedAt) ? start : submittedAt;
  }

  private static Instant monthClosed(@Nullable Integer month, Instant submittedAt) {
    return month == null
        ? submittedAt
        : knownSince(LocalDate.of(1970, 1, 1).plusMonths(month + 1L), submittedAt);
  }
}
