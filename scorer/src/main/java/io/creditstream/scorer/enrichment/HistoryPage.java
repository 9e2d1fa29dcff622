package io.creditstream.scorer.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept about one client from one source: one version of each record, in the order of
 * their ids, so that enrichment is a single read.
 *
 * <p>Bytes, all numbers big-endian: version (1 byte), time up to which everything was erased (8),
 * number of entries (4), then for each entry the length of its id (4), the id in UTF-8, its event
 * time (8), whether it removes (1), the length of its value (4), the value.
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
  private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES + 1 + Integer.BYTES;

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
      String recordId = new String(bytes(buffer), UTF_8);
      entries.add(new HistoryEntry(recordId, buffer.getLong(), buffer.get() != 0, bytes(buffer)));
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
      skip(buffer, buffer.getInt() + Long.BYTES);
      boolean deleted = buffer.get() != 0;
      int length = buffer.getInt();
      if (!deleted) {
        values.add(buffer.slice(buffer.position(), length));
      }
      skip(buffer, length);
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

  private static void skip(ByteBuffer buffer, int bytes) {
    buffer.position(buffer.position() + bytes);
  }

  /** The bytes of the page. */
  byte[] bytes() {
    List<byte[]> ids = new ArrayList<>(entries.size());
    int size = HEADER_BYTES;
    for (HistoryEntry entry : entries) {
      byte[] id = entry.recordId().getBytes(UTF_8);
      ids.add(id);
      size += ENTRY_BYTES + id.length + entry.value().length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size).put(VERSION).putLong(erasedUpTo);
    buffer.putInt(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      HistoryEntry entry = entries.get(i);
      buffer.putInt(ids.get(i).length).put(ids.get(i));
      buffer.putLong(entry.eventTime()).put((byte) (entry.deleted() ? 1 : 0));
      buffer.putInt(entry.value().length).put(entry.value());
    }
    return buffer.array();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.getInt()];
    buffer.get(bytes);
    return bytes;
  }
}
