package io.creditstream.drift.intake;

import java.util.Locale;

/** The kinds of fault for which a decision or an outcome is set aside. */
public enum DeadLetterReason {
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
  /** The bytes claim more than a record can hold. */
  TOO_LARGE,
  /** The schema of the writer is not one of this event. */
  UNRESOLVABLE,
  /** The bytes are no encoding of their schema. */
  MALFORMED,
  /** The event time is before 1970. */
  INVALID_TIME,
  /** The event time lies further ahead than clocks can differ. */
  QUARANTINE,
  /** The model that decided is on neither topic of models: the monitor never met it. */
  UNKNOWN_MODEL,
  /** The vector or the score is none of the model that decided. */
  MODEL_MISMATCH;

  /** Stable name in headers and metrics: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
