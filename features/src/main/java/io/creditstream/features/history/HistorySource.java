package io.creditstream.features.history;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.CreditCardBalance;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.PosCashBalance;
import io.creditstream.schemas.PreviousApplication;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A source of history: the topic that brings its records and how to read what all history records
 * have in common.
 */
public final class HistorySource<R extends SpecificRecordBase> {

  public static final HistorySource<BureauCredit> BUREAU_CREDITS =
      new HistorySource<>(
          Topics.BUREAU_CREDITS,
          BureauCredit::getRecordId,
          BureauCredit::getClientId,
          BureauCredit::getEventTime,
          BureauCredit::getDeleted);
  public static final HistorySource<PreviousApplication> PREVIOUS_APPLICATIONS =
      new HistorySource<>(
          Topics.PREVIOUS_APPLICATIONS,
          PreviousApplication::getRecordId,
          PreviousApplication::getClientId,
          PreviousApplication::getEventTime,
          PreviousApplication::getDeleted);
  public static final HistorySource<PosCashBalance> POS_CASH_BALANCES =
      new HistorySource<>(
          Topics.POS_CASH_BALANCES,
          PosCashBalance::getRecordId,
          PosCashBalance::getClientId,
          PosCashBalance::getEventTime,
          PosCashBalance::getDeleted);
  public static final HistorySource<CreditCardBalance> CARD_BALANCES =
      new HistorySource<>(
          Topics.CARD_BALANCES,
          CreditCardBalance::getRecordId,
          CreditCardBalance::getClientId,
          CreditCardBalance::getEventTime,
          CreditCardBalance::getDeleted);
  public static final HistorySource<InstallmentPayment> INSTALLMENT_PAYMENTS =
      new HistorySource<>(
          Topics.INSTALLMENT_PAYMENTS,
          InstallmentPayment::getRecordId,
          InstallmentPayment::getClientId,
          InstallmentPayment::getEventTime,
          InstallmentPayment::getDeleted);

  private static final List<HistorySource<?>> ALL =
      List.of(
          BUREAU_CREDITS,
          PREVIOUS_APPLICATIONS,
          POS_CASH_BALANCES,
          CARD_BALANCES,
          INSTALLMENT_PAYMENTS);

  private final Topic<R> topic;
  private final Function<R, String> recordId;
  private final Function<R, String> clientId;
  private final Function<R, Instant> eventTime;
  private final Predicate<R> deleted;

  private HistorySource(
      Topic<R> topic,
      Function<R, String> recordId,
      Function<R, String> clientId,
      Function<R, Instant> eventTime,
      Predicate<R> deleted) {
    this.topic = topic;
    this.recordId = recordId;
    this.clientId = clientId;
    this.eventTime = eventTime;
    this.deleted = deleted;
  }

  /** All sources. */
  public static List<HistorySource<?>> all() {
    return ALL;
  }

  public Topic<R> topic() {
    return topic;
  }

  /** Identifier of the record within the history of its client. */
  public String recordId(R record) {
    return recordId.apply(record);
  }

  public String clientId(R record) {
    return clientId.apply(record);
  }

  /** When this version of the record became known. */
  public Instant eventTime(R record) {
    return eventTime.apply(record);
  }

  /** Whether this version removes the record. */
  public boolean deleted(R record) {
    return deleted.test(record);
  }

  /**
   * Which of two versions of one record wins: the greater one. Newer event time first, then a
   * removal, then the natural order of the content, so that the winner never depends on the order
   * of arrival.
   */
  public Comparator<R> precedence() {
    return Comparator.comparing(eventTime)
        .thenComparing(deleted::test)
        .thenComparing((a, b) -> a.compareTo(b));
  }

  /** The name of the topic. */
  @Override
  public String toString() {
    return topic.name();
  }
}
