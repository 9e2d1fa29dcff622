package io.creditstream.service.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks for end offsets on a connection of its own. A broker answers the requests of a connection
 * one after the other: on that of a consumer the question would wait for the answer to its pending
 * fetch, which is held back until a record arrives or {@code fetch.max.wait.ms} are over.
 */
final class EndOffsets implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** What makes a consumer the member of a group. */
  private static final List<String> MEMBERSHIP =
      List.of(
          ConsumerConfig.GROUP_ID_CONFIG,
          ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
          ConsumerConfig.GROUP_PROTOCOL_CONFIG,
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);

  private final Consumer<byte[], byte[]> client;

  /**
   * @param properties those of the consumer whose partitions are asked for, with its isolation
   */
  EndOffsets(Map<String, Object> properties) {
    Map<String, Object> own = new HashMap<>(properties);
    MEMBERSHIP.forEach(own::remove);
    own.computeIfPresent(ConsumerConfig.CLIENT_ID_CONFIG, (key, id) -> id + "-ends");
    this.client = new KafkaConsumer<>(own);
  }

  /**
   * The end of each partition.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer within a second
   */
  Map<TopicPartition, Long> of(Set<TopicPartition> partitions) {
    // Of partitions that are not assigned the client warns at each question.
    if (!client.assignment().equals(partitions)) {
      client.assign(partitions);
    }
    return client.endOffsets(partitions, TIMEOUT);
  }

  @Override
  public void close() {
    client.close(CloseOptions.timeout(Duration.ZERO));
  }
}
