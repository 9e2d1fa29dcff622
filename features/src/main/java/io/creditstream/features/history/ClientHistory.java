package io.creditstream.features.history;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.CreditCardBalance;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.PosCashBalance;
import io.creditstream.schemas.PreviousApplication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What is known of a client's past: one version of each record, none of them removed, in the order
 * of their ids, so that a sum over them has the same bits wherever they came from.
 */
public record ClientHistory(
    List<BureauCredit> bureauCredits,
    List<PreviousApplication> previousApplications,
    List<PosCashBalance> posCashBalances,
    List<CreditCardBalance> cardBalances,
    List<InstallmentPayment> installmentPayments) {

  private static final ClientHistory EMPTY =
      new ClientHistory(List.of(), List.of(), List.of(), List.of(), List.of());

  public ClientHistory {
    bureauCredits = ordered(HistorySource.BUREAU_CREDITS, bureauCredits);
    previousApplications = ordered(HistorySource.PREVIOUS_APPLICATIONS, previousApplications);
    posCashBalances = ordered(HistorySource.POS_CASH_BALANCES, posCashBalances);
    cardBalances = ordered(HistorySource.CARD_BALANCES, cardBalances);
    installmentPayments = ordered(HistorySource.INSTALLMENT_PAYMENTS, installmentPayments);
  }

  /** The history of a client of whom nothing is known. */
  public static ClientHistory empty() {
    return EMPTY;
  }

  public static ClientHistoryBuilder builder() {
    return new ClientHistoryBuilder();
  }

  /** The sources that hold nothing about the client. */
  public List<HistorySource<?>> missingSources() {
    List<HistorySource<?>> missing = new ArrayList<>();
    addIfEmpty(missing, HistorySource.BUREAU_CREDITS, bureauCredits);
    addIfEmpty(missing, HistorySource.PREVIOUS_APPLICATIONS, previousApplications);
    addIfEmpty(missing, HistorySource.POS_CASH_BALANCES, posCashBalances);
    addIfEmpty(missing, HistorySource.CARD_BALANCES, cardBalances);
    addIfEmpty(missing, HistorySource.INSTALLMENT_PAYMENTS, installmentPayments);
    return missing;
  }

  /** Says how much is known, never what. */
  @Override
  public String toString() {
    return "ClientHistory[bureauCredits=%d, previousApplications=%d, posCashBalances=%d, cardBalances=%d, installmentPayments=%d]"
        .formatted(
            bureauCredits.size(),
            previousApplications.size(),
            posCashBalances.size(),
            cardBalances.size(),
            installmentPayments.size());
  }

  private static void addIfEmpty(
      List<HistorySource<?>> missing, HistorySource<?> source, List<?> records) {
    if (records.isEmpty()) {
      missing.add(source);
    }
  }

  private static <R extends SpecificRecordBase> List<R> ordered(
      HistorySource<R> source, List<R> records) {
    if (isOrdered(source, records)) {
      return List.copyOf(records);
    }
    List<R> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(source::recordId));
    return List.copyOf(sorted);
  }

  /** What comes from a store is. */
  private static <R extends SpecificRecordBase> boolean isOrdered(
      HistorySource<R> source, List<R> records) {
    for (int i = 1; i < records.size(); i++) {
      if (source.recordId(records.get(i - 1)).compareTo(source.recordId(records.get(i))) > 0) {
        return false;
      }
    }
    return true;
  }
}
