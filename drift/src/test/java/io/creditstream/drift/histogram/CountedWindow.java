package io.creditstream.drift.histogram;

/** Makes windows of counts that were drawn. */
public final class CountedWindow {

  private CountedWindow() {}

  /**
   * A window.
   *
   * @param counts what each cell holds
   */
  public static WindowHistogram of(long samples, long[] counts) {
    return new WindowHistogram(samples, counts);
  }
}
