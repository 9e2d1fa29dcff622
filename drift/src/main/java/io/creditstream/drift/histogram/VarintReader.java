package io.creditstream.drift.histogram;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link VarintWriter} wrote; the buffer moves on. */
public final class VarintReader {

  private final ByteBuffer bytes;

  public VarintReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  public VarintReader(byte[] bytes) {
    this(ByteBuffer.wrap(bytes));
  }

  /** Whether anything is left. */
  public boolean hasMore() {
    return bytes.hasRemaining();
  }

  /** Reads an integer of at least 0. */
  public long read() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Reads any integer. */
  public long readSigned() {
    long value = read();
    return value >>> 1 ^ -(value & 1);
  }

  /** Reads bytes with their number before them. */
  public byte[] readBytes() {
    byte[] value = new byte[Math.toIntExact(read())];
    bytes.get(value);
    return value;
  }

  /** Reads a text. */
  public String readText() {
    return new String(readBytes(), StandardCharsets.UTF_8);
  }
}
