package io.creditstream.scorer.deadletter;

import io.creditstream.service.deadletter.DeadLetterCause;
import java.util.Objects;

/**
 * Why a record is set aside.
 *
 * @param reason the kind of fault
 * @param message one line for the people who repair the record
 */
public record DeadLetter(DeadLetterReason reason, String message) implements DeadLetterCause {

  public DeadLetter {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String code() {
    return reason.code();
  }
}
