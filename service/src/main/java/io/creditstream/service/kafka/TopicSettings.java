package io.creditstream.service.kafka;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How topics are created that are not there yet.
 *
 * @param partitions number of partitions of the topics that are partitioned by client, unless some
 *     of them exist already with another number
 * @param replicationFactor copies of each partition; −1 for what the broker defaults to
 */
public record TopicSettings(int partitions, short replicationFactor) {

  public TopicSettings {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions " + partitions + " is below 1");
    }
    if (replicationFactor < 1 && replicationFactor != -1) {
      throw new IllegalArgumentException(
          "replicationFactor " + replicationFactor + " is neither -1 nor at least 1");
    }
  }

  /**
   * How many copies have to hold a record before it counts as written, as the configuration of a
   * topic: all but one, so that any one broker may be away. Empty where the brokers choose the
   * number of copies.
   */
  public Map<String, String> durability() {
    return replicationFactor == -1
        ? Map.of()
        : Map.of(
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
            Integer.toString(Math.max(1, replicationFactor - 1)));
  }

  /** Four partitions, copied as the broker defaults to. */
  public static TopicSettings defaults() {
    return new TopicSettings(4, (short) -1);
  }
}
