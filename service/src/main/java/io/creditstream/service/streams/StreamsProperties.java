package io.creditstream.service.streams;

import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The properties of every Kafka Streams application here: exactly-once v2, lz4, records up to 16
 * MiB, bounded RocksDB, every internal name given by hand.
 */
public final class StreamsProperties {

  /** Largest record that an application writes, in bytes: a page of history in a changelog. */
  public static final int MAX_RECORD_BYTES = 16 << 20;

  private StreamsProperties() {}

  /**
   * Properties over which the client properties of the Kafka settings may tune the clients: for one
   * kind of them ({@code producer.linger.ms}) or all ({@code linger.ms}).
   */
  public static Properties exactlyOnce(
      KafkaSettings kafka, TopicSettings topics, StreamsSettings settings, RocksDbMemory memory) {
    Properties properties = new Properties();
    Map<String, Object> given = kafka.client();
    copies(properties, topics);
    tune(properties, given.keySet(), settings.commitInterval());
    properties.putAll(given);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.applicationId());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, kafka.stateDirectory().toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheBytes());
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    properties.put(BoundedRocksDb.MEMORY_CONFIG, memory);
    if (kafka.groupInstanceId() != null) {
      properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, kafka.groupInstanceId());
    }
    return properties;
  }

  /** Internal topics are copied as those of the contract are. */
  private static void copies(Properties properties, TopicSettings topics) {
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replicationFactor());
    topics
        .durability()
        .forEach((key, value) -> properties.put(StreamsConfig.topicPrefix(key), value));
  }

  /**
   * Batches may fill for half of the time between two commits: nobody sees a record earlier, and a
   * partition gets one batch in place of one a record.
   */
  private static void tune(Properties properties, Set<String> given, Duration commitInterval) {
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    Map<String, Object> producer =
        Map.of(
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.LINGER_MS_CONFIG,
            (int) Math.min(commitInterval.toMillis() / 2, 1_000),
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 << 10,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            MAX_RECORD_BYTES);
    Map<String, Object> consumer = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    preset(properties, given, producer, StreamsConfig::producerPrefix);
    preset(properties, given, consumer, StreamsConfig::consumerPrefix);
  }

  /** With a prefix a property wins over one without, so that what is given without stays out. */
  private static void preset(
      Properties properties,
      Set<String> given,
      Map<String, Object> defaults,
      UnaryOperator<String> prefix) {
    defaults.forEach(
        (key, value) -> {
          if (!given.contains(key)) {
            properties.put(prefix.apply(key), value);
          }
        });
  }
}
