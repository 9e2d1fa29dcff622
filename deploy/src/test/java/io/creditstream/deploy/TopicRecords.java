package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.standalone.recorded.TopicScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
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
    try (TopicScan scan = scan()) {
      int partition =
          BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), scan.partitions(topic).size());
      return read(scan, List.of(new TopicPartition(topic, partition)));
    }
  }

  /** The committed values of all partitions. */
  public List<byte[]> all(String topic) {
    try (TopicScan scan = scan()) {
      return read(scan, scan.partitions(topic));
    }
  }

  private TopicScan scan() {
    return new TopicScan(Map.of("bootstrap.servers", brokers));
  }

  private static List<byte[]> read(TopicScan scan, List<TopicPartition> partitions) {
    List<byte[]> values = new ArrayList<>();
    scan.read(partitions, record -> values.add(record.value()));
    return values;
  }
}
