package io.creditstream.drift.window;

import java.time.Duration;

/** The size of a window as short text, as metrics and pages name it. */
public final class WindowLabel {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private WindowLabel() {}

  /** Such as 5m, 1h, 1d or 90s. */
  public static String of(Duration size) {
    long millis = size.toMillis();
    if (millis % DAY == 0) {
      return millis / DAY + "d";
    } else if (millis % HOUR == 0) {
      return millis / HOUR + "h";
    } else if (millis % MINUTE == 0) {
      return millis / MINUTE + "m";
    }
    return millis % SECOND == 0 ? millis / SECOND + "s" : millis + "ms";
  }
}
