package io.creditstream.scorer.replay;

import io.creditstream.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic of history as it lies there.
 *
 * @param place where it lies
 * @param timestamp of the record, in ms since 1970
 * @param key the client id in UTF-8. Must not be changed
 * @param value what it says, in the wire format; null where it erases. Must not be changed
 */
public record HistoryRecord(
    SourceRecord place, long timestamp, byte[] key, byte @Nullable [] value) {

  /** Names the place, without the content. */
  @Override
  public String toString() {
    return "%s-%d@%d".formatted(place.getTopic(), place.getPartition(), place.getOffset());
  }
}
