package io.creditstream.advisor.wording;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes numbers and dates as the reader does. */
public final class Formats {

  private static final double DAYS_A_YEAR = 365.25;

  private final Locale locale;
  private final ZoneId zone;

  public Formats(Language language, ZoneId zone) {
    this.locale = language.locale();
    this.zone = zone;
  }

  /** A share such as 0.314 as 31 %, with the given decimals. */
  public String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(share);
  }

  /** A number with at most so many decimals. */
  public String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value + 0.0);
  }

  /** A number with as many decimals as its size makes sensible. */
  public String number(double value) {
    double size = Math.abs(value);
    return number(value, size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  }

  /** A number with its sign and exactly so many decimals. */
  public String signed(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return (value > 0 ? "+" : value < 0 ? "−" : "") + format.format(Math.abs(value));
  }

  public String whole(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** Days as years with one decimal. */
  public double years(double days) {
    return Math.abs(days) / DAYS_A_YEAR;
  }

  public String date(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(instant.atZone(zone));
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  /** A month with its name, such as May 2026. */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
  }

  public String longDate(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(instant.atZone(zone));
  }

  public String dateTime(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(instant.atZone(zone));
  }
}
