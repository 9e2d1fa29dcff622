package io.creditstream.scorer.enrichment;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an application that waits for history: its record as it came, so that it is
 * decided as if it came later.
 *
 * <p>Bytes, all numbers big-endian: version (1 byte), deadline (8), timestamp (8), partition (4),
 * offset (8), then length (4) and bytes of digest, key, trace header (length −1 where there is
 * none) and value.
 *
 * @param deadline when it is decided at the latest, in ms since 1970
 * @param timestamp of its record, in ms since 1970
 * @param partition of its record
 * @param offset of its record
 * @param digest digest of the application. Must not be changed
 * @param key key of its record. Must not be changed
 * @param trace its trace header, if any. Must not be changed
 * @param value the application in the wire format. Must not be changed
 */
public record WaitingApplication(
    long deadline,
    long timestamp,
    int partition,
    long offset,
    byte[] digest,
    byte[] key,
    byte @Nullable [] trace,
    byte[] value) {

  private static final byte VERSION = 1;
  private static final int NUMBERS = 1 + 3 * Long.BYTES + 5 * Integer.BYTES;
  private static final int NONE = -1;

  /** What the bytes hold. */
  public static WaitingApplication read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte version = buffer.get();
    if (version != VERSION) {
      throw new IllegalStateException(
          "waiting application of version "
              + version
              + ": upgrade this service or reset its state");
    }
    return new WaitingApplication(
        buffer.getLong(),
        buffer.getLong(),
        buffer.getInt(),
        buffer.getLong(),
        bytes(buffer, buffer.getInt()),
        bytes(buffer, buffer.getInt()),
        optional(buffer),
        bytes(buffer, buffer.getInt()));
  }

  public byte[] bytes() {
    byte[] header = trace;
    int size = digest.length + key.length + (header == null ? 0 : header.length) + value.length;
    ByteBuffer buffer =
        ByteBuffer.allocate(NUMBERS + size)
            .put(VERSION)
            .putLong(deadline)
            .putLong(timestamp)
            .putInt(partition)
            .putLong(offset);
    buffer.putInt(digest.length).put(digest).putInt(key.length).put(key);
    if (header == null) {
      buffer.putInt(NONE);
    } else {
      buffer.putInt(header.length).put(header);
    }
    return buffer.putInt(value.length).put(value).array();
  }

  private static byte @Nullable [] optional(ByteBuffer buffer) {
    int length = buffer.getInt();
    return length == NONE ? null : bytes(buffer, length);
  }

  private static byte[] bytes(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }
}
