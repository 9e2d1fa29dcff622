package io.creditstream.scorer.deadletter;

import java.util.Objects;

/**
 * Why a record is set aside. Neither member ever holds a value of the record, since both end in
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
}
