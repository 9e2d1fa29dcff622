package io.creditstream.drift;

import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The Kafka clients of the drift monitor beside its stream. */
final class KafkaClients {

  private KafkaClients() {}

  /** Reads the topic of the models, one at a time, without a group. */
  static Consumer<byte[], byte[]> models(KafkaSettings kafka) {
    Map<String, Object> properties = committed(kafka);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, TopicAdmin.MODEL_RECORD_BYTES);
    return consumer(properties);
  }

  /** Looks at what is committed, without a group. */
  static Consumer<byte[], byte[]> looking(KafkaSettings kafka) {
    return consumer(committed(kafka));
  }

  private static Map<String, Object> committed(KafkaSettings kafka) {
    Map<String, Object> properties = kafka.client();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> properties) {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
