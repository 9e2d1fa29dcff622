package io.creditstream.schemas.topic;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the contract: its name, the type of its values and how the broker keeps them. Keys are
 * UTF-8 strings.
 *
 * @param name name of the topic
 * @param valueType generated class of the Avro values
 * @param partitioning whether the number of partitions is that of the applications or one
 * @param retention what the broker keeps
 */
public record Topic<V extends SpecificRecord>(
    String name, Class<V> valueType, Partitioning partitioning, Retention retention) {

  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(valueType, "valueType");
    Objects.requireNonNull(partitioning, "partitioning");
    Objects.requireNonNull(retention, "retention");
  }

  /** How many partitions the topic has. */
  public enum Partitioning {
    /** As many as the topic of the applications, since the records are joined by their key. */
    BY_CLIENT,
    /** One, since the records are few and their order matters. */
    SINGLE
  }

  /** What the broker keeps of the topic. */
  public enum Retention {
    /**
     * Everything, for as long as the operator wants: {@code cleanup.policy=delete} without limit.
     */
    FOREVER,
    /** The newest record of each key: {@code cleanup.policy=compact}. */
    LATEST_BY_KEY
  }

  /** The subject of the value schema in the schema registry. */
  public String subject() {
    return name + "-value";
  }

  /** The topic that takes records of this one that cannot be processed. */
  public String deadLetterTopic() {
    return deadLetterTopic(name);
  }

  /** The topic that takes records of the given topic that cannot be processed. */
  public static String deadLetterTopic(String topic) {
    return topic + ".dlq";
  }
}
