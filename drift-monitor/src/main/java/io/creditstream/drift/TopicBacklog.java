package io.creditstream.drift;

import io.creditstream.drift.topology.Backlog;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what lies behind an offset. Offsets alone do not tell: the end of a partition may be a mark
 * of a transaction, which is no record.
 */
final class TopicBacklog implements Backlog, AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /** A thread of the stream asks, which must not be held up for long by a broker that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;

  TopicBacklog(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  @Override
  public synchronized boolean isEmpty(int partition, long nextOffset) {
    TopicPartition place = new TopicPartition(Topics.DECISIONS.name(), partition);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      consumer.assign(List.of(place));
      consumer.seek(place, nextOffset);
      long end = consumer.endOffsets(List.of(place), PATIENCE).getOrDefault(place, 0L);
      while (consumer.position(place, PATIENCE) < end) {
        if (!consumer.poll(POLL).isEmpty() || System.nanoTime() > deadline) {
          return false;
        }
      }
      return true;
    } catch (KafkaException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
