package io.creditstream.scorer.validation;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The dates that the history of a living client may hold: from 1850, since lenders write some of
 * their unknown dates as more than a century ago, to 2200, or the date that never comes.
 */
final class Calendar {

  static final LocalDate FIRST = LocalDate.of(1850, 1, 1);
  static final LocalDate LAST = LocalDate.of(2200, 12, 31);

  private Calendar() {}

  static ValueRule dates(String name) {
    return value ->
        value instanceof LocalDate date
                && !date.equals(HistoryDates.OPEN)
                && (date.isBefore(FIRST) || date.isAfter(LAST))
            ? new DeadLetter(
                DeadLetterReason.OUT_OF_RANGE,
                "field %s is outside %s..%s".formatted(name, FIRST, LAST))
            : null;
  }

  /** For months counted since January 1970. */
  static ValueRule months(String name) {
    return new NumberRule(name, month(FIRST), month(LAST));
  }

  private static long month(LocalDate date) {
    return ChronoUnit.MONTHS.between(LocalDate.EPOCH, date);
  }
}
