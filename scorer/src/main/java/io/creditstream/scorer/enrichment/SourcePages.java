package io.creditstream.scorer.enrichment;

import io.creditstream.features.history.HistorySource;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Writes and reads the pages of one source of history, as bytes. */
public final class SourcePages<R extends SpecificRecordBase> {

  /** Most bytes of a page: a client with more has no natural history. */
  static final int MAX_PAGE_BYTES = 8 << 20;

  private static final Headers NO_HEADERS = new RecordHeaders();

  private final HistorySource<R> source;
  private final Deserializer<R> deserializer;
  private final Comparator<HistoryEntry> byContent;

  public SourcePages(HistorySource<R> source, Deserializer<R> deserializer) {
    this.source = source;
    this.deserializer = deserializer;
    this.byContent = this::compareContent;
  }

  /** What became of a page. */
  public sealed interface Update {

    /** The page is as it was. */
    record Unchanged() implements Update {}

    /** The page has other bytes. */
    record Changed(byte[] page) implements Update {}

    /** The record is not taken. */
    record Refused(DeadLetter letter) implements Update {}
  }

  /**
   * Adds one version of a record.
   *
   * @param page bytes of the page; null where there is none yet
   * @param record the version
   * @param value the version in the wire format
   */
  public Update upsert(byte @Nullable [] page, R record, byte[] value) {
    HistoryPage before = HistoryPage.read(page);
    HistoryPage after = PageMerge.upsert(before, entry(record, value), byContent);
    return update(before, after);
  }

  /** Erases what happened up to a time, in ms since 1970. */
  public Update erase(byte @Nullable [] page, long upTo) {
    HistoryPage before = HistoryPage.read(page);
    return update(before, PageMerge.erase(before, upTo));
  }

  /** The records that hold, in the order of their ids. */
  public List<R> records(byte @Nullable [] page) {
    if (page == null) {
      return List.of();
    }
    List<ByteBuffer> values = HistoryPage.values(page);
    List<R> records = new ArrayList<>(values.size());
    for (ByteBuffer value : values) {
      records.add(decode(value));
    }
    return records;
  }

  private Update update(HistoryPage before, HistoryPage after) {
    if (before == after) {
      return new Update.Unchanged();
    }
    byte[] bytes = after.bytes();
    return bytes.length <= MAX_PAGE_BYTES
        ? new Update.Changed(bytes)
        : new Update.Refused(
            new DeadLetter(
                DeadLetterReason.HISTORY_FULL,
                "the history of the client would take more than " + MAX_PAGE_BYTES + " bytes"));
  }

  private HistoryEntry entry(R record, byte[] value) {
    long eventTime = source.eventTime(record).toEpochMilli();
    return source.deleted(record)
        ? HistoryEntry.removal(source.recordId(record), eventTime)
        : HistoryEntry.version(source.recordId(record), eventTime, value);
  }

  private int compareContent(HistoryEntry a, HistoryEntry b) {
    return a.value().equals(b.value())
        ? 0
        : source.precedence().compare(decode(a.value()), decode(b.value()));
  }

  private R decode(ByteBuffer value) {
    return deserializer.deserialize(source.topic().name(), NO_HEADERS, value);
  }
}
