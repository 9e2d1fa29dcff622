package io.creditstream.advisor.store;

import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, both ends included; null for no end.
 *
 * @param from least value
 * @param to greatest value
 */
public record Range(@Nullable Double from, @Nullable Double to) {

  /** Everything. */
  public static final Range ALL = new Range(null, null);

  public Range {
    if (from != null && to != null && from > to) {
      throw new IllegalArgumentException("a range ends before it begins");
    }
  }

  public boolean isAll() {
    return from == null && to == null;
  }
}
