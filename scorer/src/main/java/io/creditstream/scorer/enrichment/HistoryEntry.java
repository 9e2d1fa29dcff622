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
  private static final int AFTER_ID = Long.BYTES + 1 + Integer.BYTES;
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
        ByteBuffer.allocate(ID_START + id.length + AFTER_ID + value.length)
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
    int valueLength = start + ID_START + page.getInt(start) + Long.BYTES + 1;
    int end = valueLength + Integer.BYTES + page.getInt(valueLength);
    page.position(end);
    return new HistoryEntry(page.slice(start, end - start));
  }

  /** The value of the entry at which a page stands, null if it removes; the page moves on. */
  static @Nullable ByteBuffer nextValue(ByteBuffer page) {
    int deleted = page.position() + ID_START + page.getInt(page.position()) + Long.BYTES;
    int length = page.getInt(deleted + 1);
    int start = deleted + 1 + Integer.BYTES;
    page.position(start + length);
    return page.get(deleted) != 0 ? null : page.slice(start, length);
  }

  /** Identifier of the record. */
  String recordId() {
    byte[] id = new byte[idLength()];
    bytes.get(ID_START, id);
    return new String(id, UTF_8);
  }

  /** When the version became known, in ms since 1970. */
  long eventTime() {
    return bytes.getLong(ID_START + idLength());
  }

  /** Whether the version removes the record. */
  boolean deleted() {
    return bytes.get(ID_START + idLength() + Long.BYTES) != 0;
  }

  /** The original value in the wire format; empty where deleted. */
  ByteBuffer value() {
    int start = ID_START + idLength() + AFTER_ID;
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

  private int idLength() {
    return bytes.getInt(0);
  }
}
