package io.creditstream.scorer.validation;

import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which event times are believed.
 *
 * @param tolerance how far ahead of this machine's clock a time may lie
 */
public record TimeRules(Duration tolerance) {

  public TimeRules {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("futureTolerance " + tolerance + " is negative");
    }
  }

  /** What is wrong with a time, naming it; null when nothing is. */
  @Nullable DeadLetter broken(String name, Instant time, Instant now) {
    if (time.isBefore(Instant.EPOCH)) {
      return new DeadLetter(DeadLetterReason.INVALID_TIME, name + " is before 1970");
    }
    if (time.isAfter(now.plus(tolerance))) {
      return new DeadLetter(
          DeadLetterReason.QUARANTINE, name + " is more than " + tolerance + " ahead");
    }
    return null;
  }
}
