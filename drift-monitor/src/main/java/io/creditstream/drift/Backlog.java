package io.creditstream.drift;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Decisions that nobody counted yet. Offsets alone do not tell: the end of a partition may be a
 * mark of a transaction, which is no record.
 */
final class Backlog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final Consumer<byte[], byte[]> consumer;
  private final int partitions;

  Backlog(Consumer<byte[], byte[]> consumer, int partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** Whether there is no committed decision behind the progress of any partition. */
  synchronized boolean isEmpty(Map<Integer, Progress> progress) {
    List<TopicPartition> all = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      all.add(new TopicPartition(Topics.DECISIONS.name(), i));
    }
    consumer.assign(all);
    for (TopicPartition partition : all) {
      Progress known = progress.get(partition.partition());
      consumer.seek(partition, known == null ? 0 : known.nextOffset());
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
