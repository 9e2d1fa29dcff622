package io.creditstream.drift.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How event time is cut into windows and when these close.
 *
 * @param sizes lengths of the windows, ascending, each a multiple of the one before; windows begin
 *     at multiples of their size since 1970. Decisions are counted in windows of the first size;
 *     the others are merged from these.
 * @param grace how far event time has to pass the end of a window on every partition before it
 *     closes
 * @param idleTimeout silence of a partition, by the clock, after which nobody waits for it
 */
public record WindowSettings(List<Duration> sizes, Duration grace, Duration idleTimeout) {

  private static final List<Duration> SIZES =
      List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));

  public WindowSettings {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("window sizes are missing: give at least one");
    }
    for (int i = 0; i < sizes.size(); i++) {
      requireMillis("size", sizes.get(i), 1);
      if (i > 0 && !isLarger(sizes.get(i), sizes.get(i - 1))) {
        throw new IllegalArgumentException(
            "window size " + sizes.get(i) + " is no larger multiple of " + sizes.get(i - 1));
      }
    }
    requireMillis("grace", grace, 0);
    requireMillis("idleTimeout", idleTimeout, 1);
  }

  /** Windows of one size. */
  public WindowSettings(Duration size, Duration grace, Duration idleTimeout) {
    this(List.of(size), grace, idleTimeout);
  }

  /**
   * Windows of five minutes, an hour and a day, half a minute of grace, half a minute of silence.
   */
  public static WindowSettings defaults() {
    return new WindowSettings(SIZES, Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  /** The same with windows of other sizes. */
  public WindowSettings withSizes(List<Duration> others) {
    return new WindowSettings(others, grace, idleTimeout);
  }

  /** The same with another smallest size; of the other sizes those stay that can be made of it. */
  public WindowSettings withSmallest(Duration other) {
    List<Duration> others = new ArrayList<>(List.of(other));
    for (Duration size : sizes) {
      if (isLarger(size, others.get(others.size() - 1))) {
        others.add(size);
      }
    }
    return withSizes(others);
  }

  /** The same with another grace. */
  public WindowSettings withGrace(Duration other) {
    return new WindowSettings(sizes, other, idleTimeout);
  }

  /** The same with another timeout of silence. */
  public WindowSettings withIdleTimeout(Duration other) {
    return new WindowSettings(sizes, grace, other);
  }

  /** The smallest size: that of the windows in which decisions are counted. */
  public Duration smallest() {
    return sizes.get(0);
  }

  /** The smallest window of a model that holds a time, in milliseconds since 1970. */
  public ModelWindow windowOf(String modelSha256, long eventTime) {
    long size = smallest().toMillis();
    return new ModelWindow(modelSha256, eventTime - Math.floorMod(eventTime, size), size);
  }

  /** The event time that closes a window once every partition has reached it. */
  public long closesAt(ModelWindow window) {
    return window.end() + grace.toMillis();
  }

  private static boolean isLarger(Duration size, Duration than) {
    return size.compareTo(than) > 0 && size.toMillis() % than.toMillis() == 0;
  }

  private static void requireMillis(String key, Duration value, long least) {
    if (value.toMillis() < least) {
      throw new IllegalArgumentException(
          "window " + key + " " + value + " is below " + least + " ms");
    }
  }
}
