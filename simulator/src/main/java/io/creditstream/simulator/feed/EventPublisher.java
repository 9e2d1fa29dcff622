package io.creditstream.simulator.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes events of any topic of the contract, keyed by client. Not safe for many threads. */
public final class EventPublisher implements AutoCloseable {

  private static final Set<String> HISTORY =
      HistorySource.all().stream()
          .map(source -> source.topic().name())
          .collect(Collectors.toUnmodifiableSet());

  private final Producer<byte[], byte[]> producer;
  private final SchemaRegistryClient registry;
  private final Map<String, AvroSerializer<?>> serializers = new HashMap<>();
  private final Map<TopicPartition, Long> offsets = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public EventPublisher(Producer<byte[], byte[]> producer, SchemaRegistryClient registry) {
    this.producer = producer;
    this.registry = registry;
  }

  /**
   * A publisher that waits until every replica in sync has an event and never writes one twice.
   *
   * @param client Kafka client properties, at least the bootstrap servers
   */
  public static EventPublisher connect(Map<String, Object> client, SchemaRegistryClient registry) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putIfAbsent(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new EventPublisher(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
        registry);
  }

  /** Sends all records of a client, one source after the other. */
  public void sendAll(ClientHistory history) {
    sendAll(HistorySource.BUREAU_CREDITS, history.bureauCredits());
    sendAll(HistorySource.PREVIOUS_APPLICATIONS, history.previousApplications());
    sendAll(HistorySource.POS_CASH_BALANCES, history.posCashBalances());
    sendAll(HistorySource.CARD_BALANCES, history.cardBalances());
    sendAll(HistorySource.INSTALLMENT_PAYMENTS, history.installmentPayments());
  }

  /** Sends all records of a source. */
  public <R extends SpecificRecordBase> void sendAll(HistorySource<R> source, List<R> records) {
    for (R record : records) {
      send(source.topic(), source.clientId(record), record);
    }
  }

  /** Sends an event; it is there for sure once {@link #flush} has returned. */
  public <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
    byte[] bytes = serializer(topic).serialize(topic.name(), value);
    producer.send(
        new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes),
        (metadata, problem) -> {
          if (problem != null) {
            failure.compareAndSet(null, problem);
          } else {
            offsets.merge(
                new TopicPartition(metadata.topic(), metadata.partition()),
                metadata.offset() + 1,
                Math::max);
          }
        });
  }

  /**
   * Waits until every event sent so far is written.
   *
   * @throws FeedException if one of them could not be written
   */
  public void flush() {
    producer.flush();
    Exception problem = failure.get();
    if (problem != null) {
      throw new FeedException("an event could not be written: " + problem.getMessage(), problem);
    }
  }

  /** The offset behind the last event written to each partition, of history topics alone. */
  public Map<TopicPartition, Long> offsets() {
    Map<TopicPartition, Long> history = new HashMap<>(offsets);
    history.keySet().removeIf(partition -> !HISTORY.contains(partition.topic()));
    return history;
  }

  @Override
  public void close() {
    producer.close();
  }

  @SuppressWarnings("unchecked") // Each topic is the key of the serializer of its own type.
  private <V extends SpecificRecord> AvroSerializer<V> serializer(Topic<V> topic) {
    return (AvroSerializer<V>)
        serializers.computeIfAbsent(
            topic.name(), name -> new AvroSerializer<>(topic.valueType(), registry));
  }
}
