package io.creditstream.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of a record cannot be decoded, whoever tries. The message holds no byte of the record
 * and there is no cause, since both end in the headers of dead letters.
 */
public final class AvroDecodingException extends SerializationException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the bytes. */
  public enum Reason {
    /** Fewer bytes than the magic byte and the schema id take. */
    TOO_SHORT,
    /** The first byte is not 0. */
    WRONG_MAGIC,
    /** The registry has no Avro schema with the id. */
    UNKNOWN_SCHEMA,
    /** The bytes end before the datum does. */
    TRUNCATED,
    /** Bytes follow the datum. */
    TRAILING_BYTES,
    /** A string is not UTF-8. */
    INVALID_UTF8,
    /** A string, array or map claims more than any record can hold. */
    TOO_LARGE,
    /** The writer's schema does not resolve to the reader's. */
    UNRESOLVABLE,
    /** The bytes are no encoding of the writer's schema. */
    MALFORMED
  }

  private final Reason reason;

  public AvroDecodingException(Reason reason, String message) {
    super(reason + ": " + message);
    this.reason = reason;
  }

  /** What is wrong with the bytes. */
  public Reason reason() {
    return reason;
  }
}
