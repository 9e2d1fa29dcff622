package io.creditstream.advisor.store;

/**
 * Bins of equal width; values outside fall into the first or the last.
 *
 * @param from lower end of the first
 * @param width width of each, above 0
 * @param count how many
 */
public record Bins(double from, double width, int count) {

  public Bins {
    if (!(width > 0) || count < 1) {
      throw new IllegalArgumentException("bins need a width and a count above 0");
    }
  }

  /** Lower end of a bin. */
  public double lower(int bin) {
    return from + bin * width;
  }

  /** The bin of a value. */
  public int of(double value) {
    return (int) Math.max(0, Math.min(count - 1, Math.floor((value - from) / width)));
  }
}
