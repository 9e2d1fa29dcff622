package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Bytes in and out of topics, by the Java client. */
public final class TopicRecords {

  private final String brokers;

  public TopicRecords(String brokers) {
    this.brokers = brokers;
  }

  /** Publishes a record and waits for the broker to take it. */
  void publish(String topic, String key, byte[] value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
    }
  }

  /**
   * The values that lie where a Java client puts records of a key, in the order of their offsets.
   */
  List<byte[]> of(String topic, String key) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      int partitions = consumer.partitionsFor(topic).size();
      return read(
          consumer,
          List.of(
              new TopicPartition(
                  topic, BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions))));
    }
  }

  /** The committed values of all partitions. */
  public List<byte[]> all(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return read(
          consumer,
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList());
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<byte[]> read(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<byte[]> values = new ArrayList<>();
    while (partitions.stream()
        .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
      consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
    }
    return values;
  }
}
