package io.creditstream.drift.histogram;

import java.util.Arrays;

/**
 * Counts of decisions in the cells of a {@link HistogramLayout}. Adding and merging only sum
 * integers, so the result is the same in whatever order and by whatever parts they are done. Not
 * safe for threads.
 */
public final class WindowHistogram {

  private final long[] counts;
  private long samples;

  WindowHistogram(long samples, long[] counts) {
    this.samples = samples;
    this.counts = counts;
  }

  /** An empty histogram with this many cells. */
  public static WindowHistogram empty(int cells) {
    return new WindowHistogram(0, new long[cells]);
  }

  /** Counts one decision. */
  public void add(CellList decision) {
    samples++;
    for (int cell : decision.cells()) {
      counts[cell]++;
    }
  }

  /**
   * Adds all that another histogram counted.
   *
   * @throws IllegalArgumentException if its layout is another
   */
  public void merge(WindowHistogram other) {
    if (other.counts.length != counts.length) {
      throw new IllegalArgumentException(
          "histograms have " + counts.length + " and " + other.counts.length + " cells");
    }
    samples += other.samples;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Decisions counted. */
  public long samples() {
    return samples;
  }

  /** Number of cells. */
  public int cells() {
    return counts.length;
  }

  /** What one cell holds. */
  public long count(int cell) {
    return counts[cell];
  }

  /** What the cells from one (inclusive) to another (exclusive) hold. */
  public long[] counts(int from, int to) {
    return Arrays.copyOfRange(counts, from, to);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowHistogram that
        && samples == that.samples
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(samples) + Arrays.hashCode(counts);
  }
}
