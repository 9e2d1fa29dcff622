package io.creditstream.drift.intake;

import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.util.function.Function;

/**
 * What came of reading a record.
 *
 * @param <T> what a sound record is read into
 */
public sealed interface Reading<T> {

  /** A record that counts. */
  record Sound<T>(T value) implements Reading<T> {}

  /** A decision that superseded another one: its application has been counted. */
  record Superseding<T>() implements Reading<T> {}

  /** A record to be set aside. */
  record Bad<T>(DeadLetter letter) implements Reading<T> {}

  /** Reads on from a sound record; any other one stays what it is. */
  default <U> Reading<U> then(Function<T, Reading<U>> next) {
    if (this instanceof Sound<T> sound) {
      return next.apply(sound.value());
    }
    return this instanceof Bad<T> bad ? new Bad<>(bad.letter()) : new Superseding<>();
  }

  /** A record to be set aside. */
  static <T> Reading<T> bad(DeadLetterReason reason, String message) {
    return new Bad<>(new DeadLetter(reason, message));
  }
}
