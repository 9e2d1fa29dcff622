package io.creditstream.drift.statistics;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Two samples counted in the same bins. Bins that are empty on both sides say nothing and are left
 * out, so that every pair of counts here has at least one above zero. The arrays must not be
 * changed.
 *
 * @param current counts of the sample under watch
 * @param reference counts of the sample that it is compared with
 */
public record BinPair(long[] current, long[] reference) {

  public BinPair {
    if (current.length != reference.length) {
      throw new IllegalArgumentException(
          "bins differ in number: " + current.length + " and " + reference.length);
    }
    if (LongStream.concat(LongStream.of(current), LongStream.of(reference)).anyMatch(c -> c < 0)) {
      throw new IllegalArgumentException("a bin holds a negative count");
    }
    long[] currentAll = current;
    long[] referenceAll = reference;
    int[] kept =
        IntStream.range(0, current.length)
            .filter(i -> currentAll[i] > 0 || referenceAll[i] > 0)
            .toArray();
    current = IntStream.of(kept).mapToLong(i -> currentAll[i]).toArray();
    reference = IntStream.of(kept).mapToLong(i -> referenceAll[i]).toArray();
  }

  /** Number of bins that are not empty on both sides. */
  public int bins() {
    return current.length;
  }

  /** Size n of the sample under watch. */
  public long currentTotal() {
    return LongStream.of(current).sum();
  }

  /** Size m of the reference. */
  public long referenceTotal() {
    return LongStream.of(reference).sum();
  }

  /** Whether both samples hold something, without which no distance is defined. */
  public boolean comparable() {
    return currentTotal() > 0 && referenceTotal() > 0;
  }
}
