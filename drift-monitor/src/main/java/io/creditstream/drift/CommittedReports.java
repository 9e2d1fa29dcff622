package io.creditstream.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * The reports that everybody can read. One that was made just now is committed a moment later, so
 * that what this process knows is ahead of what others see.
 */
final class CommittedReports implements AutoCloseable {

  private static final TopicPartition REPORTS = new TopicPartition(Topics.DRIFT_REPORTS.name(), 0);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Consumer<byte[], byte[]> consumer;
  private final long since;
  private final Map<String, Long> newestByModel = new HashMap<>();
  private boolean started;

  /**
   * @param since start of this process: earlier reports are committed
   */
  CommittedReports(Consumer<byte[], byte[]> consumer, Instant since) {
    this.consumer = consumer;
    this.since = since.toEpochMilli();
  }

  /** Whether all of these reports, each the newest of its model, can be read. */
  synchronized boolean hold(List<DriftReport> reports) {
    readOn();
    return reports.stream().allMatch(this::holds);
  }

  private boolean holds(DriftReport report) {
    long closedAt = report.getClosedAt().toEpochMilli();
    return closedAt < since
        || newestByModel.getOrDefault(report.getModelSha256(), Long.MIN_VALUE) >= closedAt;
  }

  private void readOn() {
    if (!started) {
      consumer.assign(List.of(REPORTS));
      OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(REPORTS, since)).get(REPORTS);
      if (first == null) {
        // Nothing so recent yet: asked again, since the topic may grow before its end is looked up.
        return;
      }
      consumer.seek(REPORTS, first.offset());
      started = true;
    }
    long end = consumer.endOffsets(List.of(REPORTS)).getOrDefault(REPORTS, 0L);
    while (consumer.position(REPORTS) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        newestByModel.merge(new String(record.key(), UTF_8), record.timestamp(), Math::max);
      }
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
