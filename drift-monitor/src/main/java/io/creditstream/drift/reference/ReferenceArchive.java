package io.creditstream.drift.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Every model that a monitor ever met, on a topic of its own. The topic of the models holds a model
 * while it has a role or is one of the last that had one; its decisions, and what becomes of their
 * loans, may be read years later. For one thread.
 */
public final class ReferenceArchive implements AutoCloseable {

  private static final TopicPartition REFERENCES =
      new TopicPartition(Topics.DRIFT_REFERENCES.name(), 0);
  private static final Duration POLL = Duration.ofMillis(100);

  /** What does not succeed by then is tried again. */
  private static final int ANSWER_MS = 4_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final Serializer<ModelBundle> serializer;

  /**
   * @param consumer a client without a group, owned by the archive from now on
   * @param producer owned by the archive from now on
   */
  public ReferenceArchive(
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      Serializer<ModelBundle> serializer) {
    this.consumer = consumer;
    this.producer = producer;
    this.serializer = serializer;
    consumer.assign(List.of(REFERENCES));
    consumer.seekToBeginning(List.of(REFERENCES));
  }

  /**
   * A producer for it. Two monitors may keep the same model at once: the same key, the same bytes.
   *
   * @param client Kafka client properties, at least the bootstrap servers
   */
  public static Producer<byte[], byte[]> producer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_MS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MODEL_RECORD_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Topics.MODEL_RECORD_BYTES);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Takes a record, or waits until it can. */
  @FunctionalInterface
  interface Taker {
    void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException;
  }

  /** Whether everything was read that is there now; throws as {@link #readOn} does. */
  boolean isRead() {
    long end = consumer.endOffsets(List.of(REFERENCES)).getOrDefault(REFERENCES, 0L);
    return consumer.position(REFERENCES) >= end;
  }

  /**
   * Hands over what comes next, if anything does.
   *
   * @throws KafkaException when the broker does not answer as it should
   */
  void readOn(Taker taker) throws InterruptedException {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      taker.take(record);
    }
  }

  /**
   * Keeps a model; when this returns, it is written.
   *
   * @param sha256 SHA-256 of its text
   * @throws KafkaException when it could not be written
   * @throws io.creditstream.schemas.registry.RegistryException when its schema is not registered
   */
  void keep(String sha256, ModelBundle model) throws InterruptedException {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            REFERENCES.topic(),
            sha256.getBytes(UTF_8),
            serializer.serialize(REFERENCES.topic(), model));
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the reference of a model could not be kept", e.getCause());
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ofSeconds(1));
  }
}
