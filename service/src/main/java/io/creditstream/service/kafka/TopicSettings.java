package io.creditstream.service.kafka;

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

  /** Four partitions, copied as the broker defaults to. */
  public static TopicSettings defaults() {
    return new TopicSettings(4, (short) -1);
  }
}
