package io.creditstream.drift.window;

import java.time.Duration;
import java.time.Instant;

/**
 * How event time is cut into windows and when these close.
 *
 * @param size length of a window; windows begin at multiples of it since 1970
 * @param grace how far event time has to pass the end of a window on every partition before it
 *     closes
 * @param idleTimeout silence of a partition, by the clock, after which nobody waits for it
 */
public record WindowSettings(Duration size, Duration grace, Duration idleTimeout) {

  public WindowSettings {
    requireMillis("size", size, 1);
    requireMillis("grace", grace, 0);
    requireMillis("idleTimeout", idleTimeout, 1);
  }

  /** Windows of five minutes, half a minute of grace, half a minute of silence. */
  public static WindowSettings defaults() {
    return new WindowSettings(
        Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  /** The same with windows of another size. */
  public WindowSettings withSize(Duration other) {
    return new WindowSettings(other, grace, idleTimeout);
  }

  /** The same with another grace. */
  public WindowSettings withGrace(Duration other) {
    return new WindowSettings(size, other, idleTimeout);
  }

  /** The same with another timeout of silence. */
  public WindowSettings withIdleTimeout(Duration other) {
    return new WindowSettings(size, grace, other);
  }

  /** Start of the window that holds a time, both in milliseconds since 1970. */
  public long startOf(long eventTime) {
    return eventTime - Math.floorMod(eventTime, size.toMillis());
  }

  /** End of the window with this start, exclusive. */
  public Instant endOf(long start) {
    return Instant.ofEpochMilli(start + size.toMillis());
  }

  /** The event time that closes the window with this start once every partition has reached it. */
  public long closesAt(long start) {
    return start + size.toMillis() + grace.toMillis();
  }

  /** The size as short text, such as 5m, 1h or 90s. */
  public String label() {
    long millis = size.toMillis();
    if (millis % 3_600_000 == 0) {
      return millis / 3_600_000 + "h";
    } else if (millis % 60_000 == 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  private static void requireMillis(String key, Duration value, long least) {
    if (value.toMillis() < least) {
      throw new IllegalArgumentException(
          "window " + key + " " + value + " is below " + least + " ms");
    }
  }
}
