package io.creditstream.features.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates and months of history, counted from the date of an application in UTC. */
public final class HistoryDates {

  /** Stands for a date that never comes, such as the end of an open contract. */
  public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  /** The value that stands for {@link #OPEN} where dates are days relative to an application. */
  public static final int OPEN_DAYS = 365_243;

  private final LocalDate date;
  private final long day;
  private final int month;

  private HistoryDates(LocalDate date) {
    this.date = date;
    this.day = date.toEpochDay();
    this.month = (date.getYear() - 1970) * 12 + date.getMonthValue() - 1;
  }

  public static HistoryDates of(Instant submittedAt) {
    return new HistoryDates(LocalDate.ofInstant(submittedAt, ZoneOffset.UTC));
  }

  /** Days from the application to the date; negative before it; NaN for no date or an open one. */
  public double days(@Nullable LocalDate other) {
    return other == null || other.equals(OPEN) ? Double.NaN : (double) (other.toEpochDay() - day);
  }

  /** Months from the month of the application to the month given; NaN for none. */
  public double months(@Nullable Integer monthSince1970) {
    return monthSince1970 == null ? Double.NaN : (double) (monthSince1970 - month);
  }

  /** The date so many days from the application; {@link #OPEN_DAYS} gives {@link #OPEN}. */
  public LocalDate plusDays(int days) {
    return days == OPEN_DAYS ? OPEN : date.plusDays(days);
  }

  /** The month so many months from that of the application, in months since January 1970. */
  public int plusMonths(int months) {
    return month + months;
  }
}
