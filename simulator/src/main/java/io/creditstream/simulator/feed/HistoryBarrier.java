package io.creditstream.simulator.feed;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Waits until history that was published has been taken in by those who decide. */
@FunctionalInterface
public interface HistoryBarrier {

  /**
   * Returns when all records below the given offsets are taken in.
   *
   * @throws FeedException if that does not happen
   */
  void await(Map<TopicPartition, Long> offsets);

  /** Does not wait. */
  static HistoryBarrier none() {
    return offsets -> {};
  }
}
