package io.creditstream.scorer.validation;

import io.creditstream.service.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;

/** A rule about the values of one field. */
@FunctionalInterface
interface ValueRule {

  /** What is wrong with a value, naming the field but not the value; null when nothing is. */
  @Nullable DeadLetter broken(@Nullable Object value);
}
