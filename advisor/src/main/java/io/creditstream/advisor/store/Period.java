package io.creditstream.advisor.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time; null for no end.
 *
 * @param from the beginning, included
 * @param until the end, left out
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {

  /** Always. */
  public static final Period ALL = new Period(null, null);

  public Period {
    if (from != null && until != null && from.isAfter(until)) {
      throw new IllegalArgumentException("a period ends before it begins");
    }
  }
}
