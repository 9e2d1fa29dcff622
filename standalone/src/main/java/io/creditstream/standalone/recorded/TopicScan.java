package io.creditstream.standalone.recorded;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from the beginning to what is committed at this moment, without a group. */
public final class TopicScan implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, List<PartitionInfo>> topics;

  /**
   * @throws IllegalStateException if the brokers do not answer
   */
  public TopicScan(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      topics = consumer.listTopics();
    } catch (TimeoutException e) {
      consumer.close();
      throw new IllegalStateException("the brokers do not answer: check --bootstrap-servers", e);
    }
  }

  /** The topics that there are. */
  public Collection<String> topics() {
    return topics.keySet();
  }

  /** The partitions of a topic; none where there is no such topic. */
  public List<TopicPartition> partitions(String topic) {
    return topics.getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** Hands every record of some partitions on, each partition in its order. */
  public void read(
      Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> records) {
    read(partitions.stream().collect(Collectors.toMap(p -> p, p -> 0L)), records);
  }

  /** Hands every record from the given offsets on that is committed when it is called. */
  public void read(
      Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> records) {
    consumer.assign(from.keySet());
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(from.keySet());
    from.forEach(
        (at, offset) -> consumer.seek(at, Math.max(offset, beginnings.getOrDefault(at, 0L))));
    Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.getOrDefault(partition, 0L)) {
          records.accept(record);
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
