package io.creditstream.scorer.replay;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** The records of a client by source at some time; the source of a test of time can be replaced. */
final class HistoryState {

  private final Map<HistorySource<?>, List<? extends SpecificRecordBase>> records = new HashMap<>();

  <R extends SpecificRecordBase> void put(SourceTimeline<R> timeline, byte @Nullable [] page) {
    records.put(timeline.source(), timeline.records(page));
  }

  ClientHistory history() {
    return new ClientHistory(
        of(HistorySource.BUREAU_CREDITS),
        of(HistorySource.PREVIOUS_APPLICATIONS),
        of(HistorySource.POS_CASH_BALANCES),
        of(HistorySource.CARD_BALANCES),
        of(HistorySource.INSTALLMENT_PAYMENTS));
  }

  @SuppressWarnings("unchecked") // put keeps each source with records of its own type.
  private <R extends SpecificRecordBase> List<R> of(HistorySource<R> source) {
    return (List<R>) Objects.requireNonNull(records.get(source));
  }
}
