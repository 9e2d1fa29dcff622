package io.creditstream.advisor.store;

import java.util.Objects;

/**
 * A partition of a topic.
 *
 * @param topic name of the topic
 * @param number its number, from 0
 */
public record Partition(String topic, int number) {

  public Partition {
    Objects.requireNonNull(topic, "topic");
  }
}
