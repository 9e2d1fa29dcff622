package io.creditstream.advisor.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.registry.RegistryException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes reviews to {@code credit.reviews.v1} by client, each once and on every replica in sync.
 */
public final class KafkaReviews implements ReviewPublisher {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;
  private final AvroSerializer<DecisionReview> serializer;

  /**
   * @param producer owned from now on
   * @param registry one that does not wait while it is down, since people do
   */
  public KafkaReviews(Producer<byte[], byte[]> producer, SchemaRegistryClient registry) {
    this.producer = producer;
    this.serializer = new AvroSerializer<>(DecisionReview.class, registry);
  }

  /** A publisher that gives up after ten seconds. */
  public static KafkaReviews connect(KafkaSettings kafka, SchemaRegistryClient registry) {
    Map<String, Object> settings = kafka.client();
    int patience = (int) PATIENCE.toMillis();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 2);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaReviews(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
        registry);
  }

  @Override
  public void publish(DecisionReview review) {
    String topic = Topics.REVIEWS.name();
    try {
      byte[] value = serializer.serialize(topic, review);
      producer
          .send(new ProducerRecord<>(topic, review.getClientId().getBytes(UTF_8), value))
          .get(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReviewUnavailableException(e);
    } catch (ExecutionException | TimeoutException | KafkaException | RegistryException e) {
      throw new ReviewUnavailableException(e);
    }
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
