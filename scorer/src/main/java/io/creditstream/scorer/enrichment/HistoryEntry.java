package io.creditstream.scorer.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a history record, as it lies on a page: its bytes are read where they are asked
 * for, so that a page of many can be opened to change one.
 *
 * <p>Bytes, all numbers big-endian: length of the id (4), the id in UTF-8, its event time (8),
 * whether it removes (1), length of its value (4), the value.
 */
final class HistoryEntry {

  private static final int ID_START = Integer.BYTES;

  /** From the byte that tells whether the version removes to the value. */
  private static final int AFTER_DELETED = 1 + Integer.BYTES;

  private static final byte[] NOTHING = {};

  private final ByteBuffer bytes;

  private HistoryEntry(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** A version that removes: its value is of no more use. */
  static HistoryEntry removal(String recordId, long eventTime) {
    return of(recordId, eventTime, true, NOTHING);
  }

  /**
   * A version that holds.
   *
   * @param eventTime when the version became known, in ms since 1970
   * @param value the original value in the wire format
   */
  static HistoryEntry version(String recordId, long eventTime, byte[] value) {
    return of(recordId, eventTime, false, value);
  }

  private static HistoryEntry of(String recordId, long eventTime, boolean deleted, byte[] value) {
    byte[] id = recordId.getBytes(UTF_8);
    return new HistoryEntry(
        ByteBuffer.allocate(ID_START + id.length + Long.BYTES + AFTER_DELETED + value.length)
            .putInt(id.length)
            .put(id)
            .putLong(eventTime)
            .put((byte) (deleted ? 1 : 0))
            .putInt(value.length)
            .put(value)
            .flip());
  }

  /** The entry at which a page stands; the page moves on to what comes next. */
  static HistoryEntry next(ByteBuffer page) {
    int start = page.position();
    int deleted = deleted(page, start);
    int end = deleted + AFTER_DELETED + page.getInt(deleted + 1);
    page.position(end);
    return new HistoryEntry(page.slice(start, end - start));
  }

  /** The value of the entry at which a page stands, null if it removes; the page moves on. */
  static @Nullable ByteBuffer nextValue(ByteBuffer page) {
    int deleted = deleted(page, page.position());
    int length = page.getInt(deleted + 1);
    int value = deleted + AFTER_DELETED;
    page.position(value + length);
    return page.get(deleted) != 0 ? null : page.slice(value, length);
  }

  /** Identifier of the record. */
  String recordId() {
    byte[] id = new byte[bytes.getInt(0)];
    bytes.get(ID_START, id);
    return new String(id, UTF_8);
  }

  /** When the version became known, in ms since 1970. */
  long eventTime() {
    return bytes.getLong(deleted(bytes, 0) - Long.BYTES);
  }

  /** Whether the version removes the record. */
  boolean deleted() {
    return bytes.get(deleted(bytes, 0)) != 0;
  }

  /** The original value in the wire format; empty where deleted. */
  ByteBuffer value() {
    int start = deleted(bytes, 0) + AFTER_DELETED;
    return bytes.slice(start, bytes.limit() - start);
  }

  /** Length of its bytes. */
  int size() {
    return bytes.limit();
  }

  /** Writes its bytes. */
  void write(ByteBuffer page) {
    page.put(bytes.duplicate());
  }

  /** Where the byte lies that tells whether the version removes, of an entry at a place. */
  private static int deleted(ByteBuffer bytes, int start) {
    return start + ID_START + bytes.getInt(start) + Long.BYTES;
  }
}
