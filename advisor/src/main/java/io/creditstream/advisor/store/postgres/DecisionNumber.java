package io.creditstream.advisor.store.postgres;

import io.creditstream.advisor.store.Place;

/**
 * Numbers of decisions, made of where their records lie, so that all advisors count alike: from the
 * lowest bit on, 10 bits of the partition, 42 of the offset, 11 more of the partition.
 */
final class DecisionNumber {

  private static final int LOW_BITS = 10;
  private static final int OFFSET_BITS = 42;
  private static final int HIGH_BITS = 11;

  private DecisionNumber() {}

  /**
   * The number of a decision.
   *
   * @throws IllegalArgumentException for a partition of 2,097,152 or an offset of 4.4 million
   *     million and more, which there is no room for
   */
  static long of(Place place) {
    long high = place.partition() >>> LOW_BITS;
    if (high >>> HIGH_BITS != 0 || place.offset() >>> OFFSET_BITS != 0) {
      throw new IllegalArgumentException(
          "partition or offset is beyond what a number has room for");
    }
    long low = place.partition() & ((1 << LOW_BITS) - 1);
    return high << (LOW_BITS + OFFSET_BITS) | place.offset() << LOW_BITS | low;
  }

  /** The offset of a number, as an expression in SQL. */
  static String offset(String number) {
    return "((" + number + " >> " + LOW_BITS + ") & " + ((1L << OFFSET_BITS) - 1) + ")";
  }
}
