package io.creditstream.service.kafka;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topic.Partitioning;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.deadletter.DeadLetterRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The form in which a topic of the contract, or its dead-letter topic, is created. */
final class TopicBlueprint {

  private static final int MIB = 1 << 20;

  private static final int RECORD_BYTES = MIB;

  private TopicBlueprint() {}

  static NewTopic of(Topic<?> topic, TopicSettings settings) {
    Map<String, String> configs = new HashMap<>(settings.durability());
    switch (topic.retention()) {
      case FOREVER -> keepForever(configs);
      case LATEST_BY_KEY ->
          configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
    acceptEventTime(configs);
    boolean models = topic.equals(Topics.MODELS) || topic.equals(Topics.DRIFT_REFERENCES);
    int largest = models ? Topics.MODEL_RECORD_BYTES : RECORD_BYTES;
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest));
    int partitions = topic.partitioning() == Partitioning.BY_CLIENT ? settings.partitions() : 1;
    return new NewTopic(topic.name(), partitions, settings.replicationFactor()).configs(configs);
  }

  static NewTopic deadLetters(Topic<?> topic, TopicSettings settings) {
    Map<String, String> configs = new HashMap<>(settings.durability());
    keepForever(configs);
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DeadLetterRecord.MAX_BYTES));
    return new NewTopic(
            topic.deadLetterTopic(), settings.partitions(), settings.replicationFactor())
        .configs(configs);
  }

  private static void keepForever(Map<String, String> configs) {
    configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    configs.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
  }

  /**
   * The timestamp of a record is its event time, which a client's clock may put ahead of the
   * broker's: the services judge that, since a refusal by the broker would stop their stream.
   */
  private static void acceptEventTime(Map<String, String> configs) {
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
  }
}
