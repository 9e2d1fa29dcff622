package io.creditstream.drift.histogram;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes compact binary: integers of at least 0 in seven bits a byte, low ones first, the high bit
 * set on all but the last byte.
 */
public final class VarintWriter {

  private byte[] bytes = new byte[256];
  private int size;

  /**
   * Writes an integer.
   *
   * @param value at least 0
   */
  public VarintWriter write(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("a negative integer has no such form");
    }
    long rest = value;
    while (rest > 0x7f) {
      put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /** Writes any integer, small where it is near 0. */
  public VarintWriter writeSigned(long value) {
    // A zigzag number may have its highest bit set, which write refuses as negative.
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /** Writes bytes with their number before them. */
  public VarintWriter write(byte[] value) {
    write(value.length);
    if (bytes.length - size < value.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + value.length));
    }
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  /** Writes a text with its length before it. */
  public VarintWriter write(String value) {
    return write(value.getBytes(StandardCharsets.UTF_8));
  }

  /** All that was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void put(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = value;
  }
}
