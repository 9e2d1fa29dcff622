package io.creditstream.drift.counting;

import java.time.Duration;

/**
 * How decisions are counted.
 *
 * @param flushInterval how often each partition hands over what it counted
 * @param retention how long decisions are remembered for their outcomes
 * @param futureTolerance how far ahead of the clock an event may lie before it is set aside
 */
public record CountingSettings(
    Duration flushInterval, Duration retention, Duration futureTolerance) {

  public CountingSettings {
    if (flushInterval.toMillis() < 1) {
      throw new IllegalArgumentException("flushInterval " + flushInterval + " is below 1 ms");
    }
    if (retention.toMillis() < 1) {
      throw new IllegalArgumentException("retention " + retention + " is below 1 ms");
    }
    if (futureTolerance.isNegative()) {
      throw new IllegalArgumentException("futureTolerance " + futureTolerance + " is negative");
    }
  }

  /** Handed over each second, remembered for two years, a day of tolerance. */
  public static CountingSettings defaults() {
    return new CountingSettings(Duration.ofSeconds(1), Duration.ofDays(730), Duration.ofDays(1));
  }

  /** The same with counts handed over at another pace. */
  public CountingSettings withFlushInterval(Duration other) {
    return new CountingSettings(other, retention, futureTolerance);
  }
}
