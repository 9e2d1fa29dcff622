package io.creditstream.schemas.serde;

import io.creditstream.schemas.serde.AvroDecodingException.Reason;

/** The Confluent wire format: 0x00, the schema id as 4 bytes big-endian, the Avro binary datum. */
public final class WireFormat {

  /** First byte of every value. */
  public static final byte MAGIC = 0;

  /** Bytes before the datum. */
  public static final int HEADER_BYTES = 5;

  private WireFormat() {}

  /**
   * The schema id of a value.
   *
   * @throws AvroDecodingException if the value is too short or has another first byte
   */
  public static int schemaId(byte[] value) {
    return schemaId(value, 0, value.length);
  }

  /** The schema id of a value that lies in an array from the start to the end. */
  static int schemaId(byte[] bytes, int start, int end) {
    if (end - start < HEADER_BYTES) {
      throw new AvroDecodingException(
          Reason.TOO_SHORT, end - start + " bytes, at least " + HEADER_BYTES + " expected");
    }
    if (bytes[start] != MAGIC) {
      throw new AvroDecodingException(Reason.WRONG_MAGIC, "the first byte is not 0");
    }
    return (bytes[start + 1] & 0xff) << 24
        | (bytes[start + 2] & 0xff) << 16
        | (bytes[start + 3] & 0xff) << 8
        | bytes[start + 4] & 0xff;
  }

  /** The bytes before the datum of a value with this schema id. */
  static byte[] header(int schemaId) {
    return new byte[] {
      MAGIC,
      (byte) (schemaId >>> 24),
      (byte) (schemaId >>> 16),
      (byte) (schemaId >>> 8),
      (byte) schemaId
    };
  }
}
