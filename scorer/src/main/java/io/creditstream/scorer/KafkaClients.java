package io.creditstream.scorer;

import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.streams.StreamsProperties;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients of the scorer beside its stream. */
final class KafkaClients {

  private static final int PUBLISH_TIMEOUT_MS = 10_000;

  private KafkaClients() {}

  /**
   * Publishes applications for people who wait: sent at once, given up after ten seconds. What is
   * too large is for their topic to say.
   */
  static Producer<byte[], byte[]> applications(KafkaSettings kafka) {
    Map<String, Object> properties = kafka.client();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, StreamsProperties.MAX_RECORD_BYTES);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PUBLISH_TIMEOUT_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PUBLISH_TIMEOUT_MS / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PUBLISH_TIMEOUT_MS);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
