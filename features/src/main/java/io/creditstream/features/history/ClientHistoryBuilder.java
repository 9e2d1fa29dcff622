package io.creditstream.features.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** Collects versions of history records in any order and keeps the newest of each. */
public final class ClientHistoryBuilder {

  private final Map<HistorySource<?>, RecordVersions<?>> versions = new LinkedHashMap<>();

  ClientHistoryBuilder() {}

  /** Adds one version of a record; an older one than the one kept changes nothing. */
  public <R extends SpecificRecordBase> ClientHistoryBuilder add(
      HistorySource<R> source, R version) {
    versions(source).add(version);
    return this;
  }

  public ClientHistory build() {
    return new ClientHistory(
        present(HistorySource.BUREAU_CREDITS),
        present(HistorySource.PREVIOUS_APPLICATIONS),
        present(HistorySource.POS_CASH_BALANCES),
        present(HistorySource.CARD_BALANCES),
        present(HistorySource.INSTALLMENT_PAYMENTS));
  }

  private <R extends SpecificRecordBase> List<R> present(HistorySource<R> source) {
    return versions(source).present();
  }

  @SuppressWarnings("unchecked") // Each source is the key of versions of its own type.
  private <R extends SpecificRecordBase> RecordVersions<R> versions(HistorySource<R> source) {
    return (RecordVersions<R>) versions.computeIfAbsent(source, RecordVersions::new);
  }
}
