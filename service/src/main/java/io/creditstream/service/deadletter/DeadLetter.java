package io.creditstream.service.deadletter;

import io.creditstream.schemas.serde.AvroDecodingException;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a record is set aside. Nothing here ever holds a value of the record, since it ends in
 * headers, logs and metrics.
 *
 * @param reason the kind of fault
 * @param message one line for the people who repair the record
 */
public record DeadLetter(DeadLetterReason reason, String message) {

  public DeadLetter {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }

  /** Of bytes that cannot be decoded. */
  public static DeadLetter of(AvroDecodingException failure) {
    return new DeadLetter(
        DeadLetterReason.of(failure.reason()),
        Optional.ofNullable(failure.getMessage()).orElse(""));
  }
}
