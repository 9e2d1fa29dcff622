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
    if (value.length < HEADER_BYTES) {
      throw new AvroDecodingException(
          Reason.TOO_SHORT, value.length + " bytes, at least " + HEADER_BYTES + " expected");
    }
    if (value[0] != MAGIC) {
      throw new AvroDecodingException(Reason.WRONG_MAGIC, "the first byte is not 0");
    }
    return (value[1] & 0xff) << 24
        | (value[2] & 0xff) << 16
        | (value[3] & 0xff) << 8
        | value[4] & 0xff;
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
