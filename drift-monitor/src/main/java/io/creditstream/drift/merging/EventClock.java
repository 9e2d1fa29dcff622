package io.creditstream.drift.merging;

/**
 * Where event time stands over all partitions, in milliseconds since 1970; {@link Long#MIN_VALUE}
 * where nothing was seen.
 *
 * @param everyone the least watermark of all partitions
 * @param active the least watermark of the partitions that are not silent; that of everyone where
 *     all are
 * @param quiet whether all partitions are silent
 */
record EventClock(long everyone, long active, boolean quiet) {

  /** The clock before something was heard of every partition. */
  static EventClock unknown() {
    return new EventClock(Long.MIN_VALUE, Long.MIN_VALUE, false);
  }
}
