package io.creditstream.drift.statistics;

import java.util.stream.LongStream;

/**
 * How much of a population lies in levels that a sample of it did not show: Good and Turing's
 * estimate, the share of the sample in levels seen once; at least one in a sample, since none seen
 * once does not mean that there are no others.
 */
public final class UnseenMass {

  private UnseenMass() {}

  /**
   * The estimate, 0..1; 1 for an empty sample.
   *
   * @param counts how often the sample shows each level
   */
  public static double of(long[] counts) {
    long total = LongStream.of(counts).sum();
    if (total == 0) {
      return 1;
    }
    long once = LongStream.of(counts).filter(count -> count == 1).count();
    return (double) Math.max(1, once) / total;
  }
}
