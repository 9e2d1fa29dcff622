package io.creditstream.scorer.query;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.SourceRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads single applications from the brokers, each by a consumer of its own: few ask for them. */
public final class TopicApplications implements PublishedApplications {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Deserializer<LoanApplication> deserializer;

  /**
   * @param consumers makes a consumer without a group
   * @param deserializer reads applications
   */
  public TopicApplications(
      Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<LoanApplication> deserializer) {
    this.consumers = consumers;
    this.deserializer = deserializer;
  }

  @Override
  public Optional<LoanApplication> at(SourceRecord place) {
    TopicPartition partition = new TopicPartition(place.getTopic(), place.getPartition());
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      consumer.assign(List.of(partition));
      Map<TopicPartition, Long> first = consumer.beginningOffsets(List.of(partition), PATIENCE);
      if (first.getOrDefault(partition, 0L) > place.getOffset()) {
        return Optional.empty();
      }
      consumer.seek(partition, place.getOffset());
      return read(consumer, place);
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  private Optional<LoanApplication> read(Consumer<byte[], byte[]> consumer, SourceRecord place) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return record.offset() == place.getOffset()
            ? Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()))
            : Optional.empty();
      }
    }
    throw unavailable(new TimeoutException("the record was not read in time"));
  }

  private static StateUnavailableException unavailable(KafkaException cause) {
    return new StateUnavailableException("Kafka does not give the application: try again", cause);
  }
}
