package io.creditstream.advisor.store;

/**
 * How a feature is spread in a group.
 *
 * @param accepted approved applications in each bin
 * @param others those that were not, in each bin
 * @param missingAccepted approved ones without a value
 * @param missingOthers other ones without a value
 * @param below clients with a lower value than the client in question
 * @param equal clients with the same value
 */
public record Spread(
    long[] accepted,
    long[] others,
    long missingAccepted,
    long missingOthers,
    long below,
    long equal) {

  /** Clients with a value. */
  public long present() {
    return sum(accepted) + sum(others);
  }

  /** All clients of the group. */
  public long size() {
    return present() + missingAccepted + missingOthers;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
