package io.creditstream.schemas.registry;

import java.time.Duration;

/**
 * Exponential backoff with jitter: the pause before retry n (from 0) is a random share, between a
 * half and the whole, of {@code min(maximum, initial · 2ⁿ)}.
 *
 * @param initial longest first pause
 * @param maximum longest pause
 */
public record Backoff(Duration initial, Duration maximum) {

  public Backoff {
    if (initial.isZero() || initial.isNegative()) {
      throw new IllegalArgumentException("initial must be positive: " + initial);
    }
    if (maximum.compareTo(initial) < 0) {
      throw new IllegalArgumentException("maximum must be at least initial: " + maximum);
    }
  }

  /** From a tenth of a second to five seconds. */
  public static Backoff defaults() {
    return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  }

  /**
   * The pause before a retry.
   *
   * @param retry number of the retry, from 0
   * @param random uniform in [0, 1)
   */
  public Duration pause(int retry, double random) {
    double whole = Math.min(maximum.toNanos(), initial.toNanos() * Math.pow(2, retry));
    return Duration.ofNanos(Math.round(whole * (0.5 + random / 2)));
  }
}
