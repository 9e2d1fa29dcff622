package io.creditstream.scorer.query;

import io.creditstream.schemas.SourceRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells whether what was made of an application is final. The stores show what a transaction has
 * done before it is committed; it is final once the offset of the application is committed with it.
 */
public final class CommittedOffsets implements Commits {

  private static final long TIMEOUT_SECONDS = 5;

  private final Admin admin;
  private final String group;
  private final Map<TopicPartition, Long> known = new ConcurrentHashMap<>();

  /**
   * @param admin client of the broker, owned by the caller
   * @param group consumer group of the application
   */
  public CommittedOffsets(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  @Override
  public boolean isFinal(SourceRecord source) {
    TopicPartition partition = new TopicPartition(source.getTopic(), source.getPartition());
    if (known.getOrDefault(partition, -1L) <= source.getOffset()) {
      refresh();
    }
    return known.getOrDefault(partition, -1L) > source.getOffset();
  }

  private void refresh() {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      committed.forEach(
          (partition, offset) -> {
            if (offset != null) {
              known.merge(partition, offset.offset(), Math::max);
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StateUnavailableException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new StateUnavailableException(e);
    }
  }
}
