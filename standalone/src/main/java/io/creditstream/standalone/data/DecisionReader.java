package io.creditstream.standalone.data;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the decisions that are recorded at this moment. */
public final class DecisionReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private DecisionReader() {}

  /**
   * Hands at most so many committed decisions to a consumer, partition by partition.
   *
   * @param client properties of Kafka clients, at least the bootstrap servers
   */
  public static void read(
      Map<String, Object> client,
      SchemaRegistryClient registry,
      long max,
      Consumer<LoanDecision> consumer) {
    AvroDeserializer<LoanDecision> decoder = new AvroDeserializer<>(LoanDecision.class, registry);
    try (KafkaConsumer<byte[], byte[]> records = connect(client)) {
      List<TopicPartition> partitions =
          records.partitionsFor(Topics.DECISIONS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      records.assign(partitions);
      records.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = records.endOffsets(partitions);
      long left = max;
      while (left > 0 && !atEnd(records, ends)) {
        for (ConsumerRecord<byte[], byte[]> record : records.poll(POLL)) {
          if (left > 0) {
            consumer.accept(decoder.deserialize(record.topic(), record.value()));
            left--;
          }
        }
      }
    }
  }

  private static boolean atEnd(
      KafkaConsumer<byte[], byte[]> records, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> records.position(end.getKey()) >= end.getValue());
  }

  private static KafkaConsumer<byte[], byte[]> connect(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
