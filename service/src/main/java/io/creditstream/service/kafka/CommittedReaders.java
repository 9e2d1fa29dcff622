package io.creditstream.service.kafka;

import io.creditstream.schemas.topic.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka clients beside a stream that read what is committed, from the beginning, with no group. */
public final class CommittedReaders {

  private CommittedReaders() {}

  /** Reads any topic. */
  public static Consumer<byte[], byte[]> any(KafkaSettings kafka) {
    return consumer(properties(kafka));
  }

  /** Reads a topic of models, one at a time. */
  public static Consumer<byte[], byte[]> models(KafkaSettings kafka) {
    Map<String, Object> properties = properties(kafka);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MODEL_RECORD_BYTES);
    return consumer(properties);
  }

  private static Map<String, Object> properties(KafkaSettings kafka) {
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
