package io.creditstream.drift.intake;

import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.Duration;
import java.time.Instant;

/**
 * Which event times are believed.
 *
 * @param futureTolerance how far ahead of the clock one may lie
 */
public record EventTimes(Duration futureTolerance) {

  /** A record whose time is believed; else a bad one. */
  <T> Reading<T> check(T value, String field, Instant time, Instant now) {
    if (time.isBefore(Instant.EPOCH)) {
      return Reading.bad(DeadLetterReason.INVALID_TIME, field + " is before 1970");
    }
    if (time.isAfter(now.plus(futureTolerance))) {
      return Reading.bad(
          DeadLetterReason.QUARANTINE, field + " is more than " + futureTolerance + " ahead");
    }
    return new Reading.Sound<>(value);
  }
}
