package io.creditstream.scorer.enrichment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept about one client from one source: one version of each record, in the order of
 * their ids, so that enrichment is a single read.
 *
 * <p>Bytes, all numbers big-endian: version (1 byte), time up to which everything was erased (8),
 * number of entries (4), the entries.
 *
 * @param erasedUpTo records with an event time up to this one, in ms since 1970, are erased; {@link
 *     #NEVER} where none were
 * @param entries in the order of their ids
 */
record HistoryPage(long erasedUpTo, List<HistoryEntry> entries) {

  /** Nothing was ever erased. */
  static final long NEVER = Long.MIN_VALUE;

  static final HistoryPage EMPTY = new HistoryPage(NEVER, List.of());

  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + Long.BYTES + Integer.BYTES;

  /** The page that the bytes hold; the empty one for null. */
  static HistoryPage read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return EMPTY;
    }
    ByteBuffer buffer = open(bytes);
    long erasedUpTo = buffer.getLong();
    int count = buffer.getInt();
    List<HistoryEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(HistoryEntry.next(buffer));
    }
    return new HistoryPage(erasedUpTo, entries);
  }

  /**
   * The values of the records that hold, in the order of their ids, without reading anything else.
   * They lie in the bytes of the page.
   */
  static List<ByteBuffer> values(byte[] bytes) {
    ByteBuffer buffer = open(bytes);
    buffer.getLong();
    int count = buffer.getInt();
    List<ByteBuffer> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ByteBuffer value = HistoryEntry.nextValue(buffer);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static ByteBuffer open(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte version = buffer.get();
    if (version != VERSION) {
      throw new IllegalStateException(
          "history page of version " + version + ": upgrade this service or reset its state");
    }
    return buffer;
  }

  /** The bytes of the page. */
  byte[] bytes() {
    int size = HEADER_BYTES;
    for (HistoryEntry entry : entries) {
      size += entry.size();
    }
    ByteBuffer buffer = ByteBuffer.allocate(size).put(VERSION).putLong(erasedUpTo);
    buffer.putInt(entries.size());
    for (HistoryEntry entry : entries) {
      entry.write(buffer);
    }
    return buffer.array();
  }
}
