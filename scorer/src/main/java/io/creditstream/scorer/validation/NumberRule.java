package io.creditstream.scorer.validation;

import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import org.jspecify.annotations.Nullable;

/**
 * Numbers are finite and within bounds.
 *
 * @param name of the field
 * @param minimum the least value
 * @param maximum the greatest value
 */
record NumberRule(String name, double minimum, double maximum) implements ValueRule {

  @Override
  public @Nullable DeadLetter broken(@Nullable Object value) {
    if (!(value instanceof Number number)) {
      return null;
    }
    double finite = number.doubleValue();
    if (!Double.isFinite(finite)) {
      return new DeadLetter(
          DeadLetterReason.NOT_FINITE, "field " + name + " is not a finite number");
    }
    return finite < minimum || finite > maximum
        ? new DeadLetter(
            DeadLetterReason.OUT_OF_RANGE,
            "field %s is outside %s..%s".formatted(name, minimum, maximum))
        : null;
  }
}
