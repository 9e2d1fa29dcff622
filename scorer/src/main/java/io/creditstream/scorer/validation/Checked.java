package io.creditstream.scorer.validation;

import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;

/** The outcome of a check. */
public sealed interface Checked<T> {

  /** The record is sound. */
  record Sound<T>(T value) implements Checked<T> {}

  /** The record is bad and has to be set aside. */
  record Bad<T>(DeadLetter letter) implements Checked<T> {}

  /** The record removes: it has a key and no value. */
  record Tombstone<T>() implements Checked<T> {}

  /** A bad record. */
  static <T> Checked<T> bad(DeadLetterReason reason, String message) {
    return new Bad<>(new DeadLetter(reason, message));
  }
}
