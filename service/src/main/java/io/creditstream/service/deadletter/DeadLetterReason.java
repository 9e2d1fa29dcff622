package io.creditstream.service.deadletter;

import io.creditstream.schemas.serde.AvroDecodingException;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of fault for which an application sets a record aside. */
public enum DeadLetterReason {
  /** The record has no key. */
  MISSING_KEY,
  /** The key is no client id: not UTF-8, blank or too long. */
  INVALID_KEY,
  /** The client id in the value is not the key. */
  KEY_MISMATCH,
  /** Fewer bytes than the wire format takes. */
  TOO_SHORT,
  /** The first byte is not that of the wire format. */
  WRONG_MAGIC,
  /** The registry has no schema with the id. */
  UNKNOWN_SCHEMA,
  /** The bytes end within the datum. */
  TRUNCATED,
  /** Bytes follow the datum. */
  TRAILING_BYTES,
  /** A string is not UTF-8. */
  INVALID_UTF8,
  /** The bytes are, or claim to be, more than a record can hold. */
  TOO_LARGE,
  /** The schema of the writer is not one of this event. */
  UNRESOLVABLE,
  /** The bytes are no encoding of their schema. */
  MALFORMED,
  /** An identifier is blank or too long. */
  INVALID_ID,
  /** A number is NaN or infinite. */
  NOT_FINITE,
  /** A number is outside the range of its field. */
  OUT_OF_RANGE,
  /** A time is missing or before 1970. */
  INVALID_TIME,
  /** A time lies further ahead than clocks can differ. */
  QUARANTINE,
  /** The application id was decided, or waits, with other content. */
  CONFLICT,
  /** The history of the client has reached its limit. */
  HISTORY_FULL,
  /** The model that decided is on neither topic of models: the monitor never met it. */
  UNKNOWN_MODEL,
  /** The vector or the score is none of the model that decided. */
  MODEL_MISMATCH;

  /** Whether decoding finds this fault, before anything that a record says is looked at. */
  public boolean isOfDecoding() {
    return Stream.of(AvroDecodingException.Reason.values()).anyMatch(reason -> of(reason) == this);
  }

  /** The kind of fault that decoding has found. */
  public static DeadLetterReason of(AvroDecodingException.Reason reason) {
    return switch (reason) {
      case TOO_SHORT -> TOO_SHORT;
      case WRONG_MAGIC -> WRONG_MAGIC;
      case UNKNOWN_SCHEMA -> UNKNOWN_SCHEMA;
      case TRUNCATED -> TRUNCATED;
      case TRAILING_BYTES -> TRAILING_BYTES;
      case INVALID_UTF8 -> INVALID_UTF8;
      case TOO_LARGE -> TOO_LARGE;
      case UNRESOLVABLE -> UNRESOLVABLE;
      case MALFORMED -> MALFORMED;
    };
  }

  /** Stable name in headers and metrics: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
