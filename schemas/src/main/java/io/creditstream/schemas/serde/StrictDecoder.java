package io.creditstream.schemas.serde;

import static io.creditstream.schemas.serde.AvroDecodingException.Reason.INVALID_UTF8;
import static io.creditstream.schemas.serde.AvroDecodingException.Reason.MALFORMED;
import static io.creditstream.schemas.serde.AvroDecodingException.Reason.TOO_LARGE;
import static io.creditstream.schemas.serde.AvroDecodingException.Reason.TRUNCATED;

import io.creditstream.schemas.serde.AvroDecodingException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Avro binary encoding from an array and takes nothing for granted, unlike Avro's own
 * decoder, which replaces invalid UTF-8 and drops excess bits of numbers. Nothing is allocated for
 * a claimed length before it is known to fit into the bytes at hand.
 *
 * <p>All items of all arrays and maps of a datum together may not outnumber its bytes, which holds
 * for every datum whose items take at least a byte.
 *
 * <p>Reusable, for one thread at a time. Errors are {@link AvroDecodingException}s.
 */
final class StrictDecoder extends Decoder {

  /** Longest string, bytes, array or map; more than a broker takes as one record. */
  static final int MAX_LENGTH = 64 * 1024 * 1024;

  private static final char REPLACEMENT = '\uFFFD';

  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int position;
  private int end;
  private int size;
  private long items;

  /** Starts a datum that lies in an array from the offset to the end. */
  void reset(byte[] value, int offset, int newEnd) {
    bytes = value;
    position = offset;
    end = newEnd;
    size = newEnd - offset;
    items = 0;
  }

  /** Forgets the last datum. */
  void clear() {
    reset(NOTHING, 0, 0);
  }

  /** Bytes that are not read yet. */
  @Override
  public int remainingBytes() {
    return end - position;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() {
    byte value = bytes[advance(1)];
    if ((value & ~1) != 0) {
      throw failure(MALFORMED, "a boolean is neither 0 nor 1");
    }
    return value == 1;
  }

  @Override
  public int readInt() {
    long value = readVarint(5, 0x0f);
    return (int) (value >>> 1) ^ -(int) (value & 1);
  }

  @Override
  public long readLong() {
    long value = readVarint(10, 0x01);
    return (value >>> 1) ^ -(value & 1);
  }

  @Override
  public float readFloat() {
    return Float.intBitsToFloat(littleEndian(advance(Float.BYTES)));
  }

  @Override
  public double readDouble() {
    int at = advance(Double.BYTES);
    long low = littleEndian(at) & 0xffffffffL;
    return Double.longBitsToDouble(low | (long) littleEndian(at + Integer.BYTES) << 32);
  }

  @Override
  public String readString() {
    int length = readLength();
    int at = advance(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !encodesTo(text, at, length)) {
      throw failure(INVALID_UTF8, "a string is not UTF-8");
    }
    return text;
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) {
    return new Utf8(readString());
  }

  @Override
  public void skipString() {
    skipBytes();
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) {
    int length = readLength();
    int at = advance(length);
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + length));
  }

  @Override
  public void skipBytes() {
    advance(readLength());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) {
    System.arraycopy(bytes, advance(length), target, start, length);
  }

  @Override
  public void skipFixed(int length) {
    advance(length);
  }

  @Override
  public int readEnum() {
    return readInt();
  }

  @Override
  public long readArrayStart() {
    return readBlock();
  }

  @Override
  public long arrayNext() {
    return readBlock();
  }

  @Override
  public long skipArray() {
    return skipBlocks();
  }

  @Override
  public long readMapStart() {
    return readBlock();
  }

  @Override
  public long mapNext() {
    return readBlock();
  }

  @Override
  public long skipMap() {
    return skipBlocks();
  }

  @Override
  public int readIndex() {
    return readInt();
  }

  private long readBlock() {
    long count = readLong();
    if (count < 0) {
      readLength();
    }
    return checkedCount(count);
  }

  /** Skips blocks that tell their size; gives the count of the first that does not. */
  private long skipBlocks() {
    long count = readLong();
    while (count < 0) {
      checkedCount(count);
      advance(readLength());
      count = readLong();
    }
    return checkedCount(count);
  }

  private long checkedCount(long signedCount) {
    long count = Math.abs(signedCount);
    if (count < 0 || count > MAX_LENGTH) {
      throw failure(TOO_LARGE, "an array or map claims more than " + MAX_LENGTH + " items");
    }
    items += count;
    if (items > size) {
      throw failure(TRUNCATED, "arrays and maps claim more items than there are bytes");
    }
    return count;
  }

  private int readLength() {
    long length = readLong();
    if (length < 0) {
      throw failure(MALFORMED, "a length is negative");
    }
    if (length > MAX_LENGTH) {
      throw failure(TOO_LARGE, "a length claims more than " + MAX_LENGTH + " bytes");
    }
    return (int) length;
  }

  private long readVarint(int maxBytes, int lastByteMax) {
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    long value = 0;
    for (int i = 0; i < maxBytes; i++) {
      int next = bytes[advance(1)];
      if (i == maxBytes - 1 && (next & 0xff) > lastByteMax) {
        break;
      }
      value |= (next & 0x7fL) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw failure(MALFORMED, "a number takes more bits than its type has");
  }

  private int littleEndian(int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }

  /** Steps over bytes and gives the position of the first. */
  private int advance(int length) {
    int at = position;
    if (length > end - at) {
      throw failure(TRUNCATED, "the bytes end before the datum does");
    }
    position = at + length;
    return at;
  }

  private boolean encodesTo(String text, int at, int length) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(encoded, 0, encoded.length, bytes, at, at + length);
  }

  private static AvroDecodingException failure(Reason reason, String message) {
    return new AvroDecodingException(reason, message);
  }
}
