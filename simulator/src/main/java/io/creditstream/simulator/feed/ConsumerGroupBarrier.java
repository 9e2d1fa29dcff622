package io.creditstream.simulator.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until a consumer group has committed past the records: the scorer commits history together
 * with the state that it went into.
 */
public final class ConsumerGroupBarrier implements HistoryBarrier, AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Admin admin;
  private final String group;
  private final Duration patience;

  /**
   * @param group consumer group of the scorer: its application id
   * @param patience how long the group may stand still
   */
  public ConsumerGroupBarrier(Admin admin, String group, Duration patience) {
    this.admin = admin;
    this.group = group;
    this.patience = patience;
  }

  @Override
  public void await(Map<TopicPartition, Long> offsets) {
    long behind = behind(offsets);
    long movedNanos = System.nanoTime();
    while (behind > 0) {
      LockSupport.parkNanos(LOOK.toNanos());
      long now = behind(offsets);
      if (now != behind) {
        movedNanos = System.nanoTime();
      } else if (System.nanoTime() - movedNanos > patience.toNanos()) {
        throw new FeedException(
            "the consumer group %s does not take in history; is the scorer running?"
                .formatted(group));
      }
      behind = now;
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private long behind(Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> wanted : offsets.entrySet()) {
      OffsetAndMetadata reached = committed.get(wanted.getKey());
      behind += Math.max(0, wanted.getValue() - (reached == null ? 0 : reached.offset()));
    }
    return behind;
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new FeedException(
          "the offsets of the consumer group %s cannot be read: %s"
              .formatted(group, cause.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeedException("interrupted while waiting for the scorer", e);
    }
  }
}
