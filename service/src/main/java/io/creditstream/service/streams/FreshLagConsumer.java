package io.creditstream.service.streams;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A consumer that never takes an empty partition for read to its end on old knowledge.
 *
 * <p>Kafka Streams goes on with the records of one partition while another one is empty and has no
 * lag. The lag it asks for is that of the last fetch of the empty partition, which may be older
 * than the fetch that brought the records: what was written to it in between would come too late,
 * though it was there before them. Here a lag of zero is believed only after the end offsets were
 * asked for once more since records last arrived. Whatever was written before a record is thus seen
 * before it. Kafka Streams asks before each record, so that answers are kept until the next poll,
 * also that there was none: partitions without a leader must not keep a thread from its next poll.
 *
 * <p>It leaves its group when its thread has failed, which Kafka Streams does not do: the
 * partitions would rest until the session has expired, though another thread is there to take them.
 *
 * <p>Nor does it wait to the end of a rebalance when it is closed and stays in its group: the
 * answer to its request to join is held back until the last member has come or its session has
 * expired, and a plain consumer waits half a minute for it. Kafka Streams has committed everything
 * by then.
 *
 * <p>Nor does it pass over records that are gone before it has read them: {@link
 * TruncatedSourceException}.
 */
final class FreshLagConsumer extends KafkaConsumer<byte[], byte[]> {

  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** How long the close of a member that stays in its group waits for pending answers. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Map<TopicPartition, OptionalLong> lags = new HashMap<>();
  private final EndOffsets asked;
  private final BooleanSupplier hasFailed;
  private Map<TopicPartition, Long> ends = Map.of();
  private boolean unanswered;

  /**
   * @param hasFailed whether the thread that asks is one that failed
   */
  FreshLagConsumer(Map<String, Object> properties, BooleanSupplier hasFailed) {
    super(properties);
    this.asked = new EndOffsets(properties);
    this.hasFailed = hasFailed;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    lags.clear();
    unanswered = false;
    ConsumerRecords<byte[], byte[]> records;
    try {
      records = super.poll(timeout);
    } catch (OffsetOutOfRangeException e) {
      throw truncated(e);
    }
    if (!records.isEmpty()) {
      ends = Map.of();
    }
    return records;
  }

  /** To begin anew at what is left, as Kafka Streams would, hides that records were lost. */
  private TruncatedSourceException truncated(OffsetOutOfRangeException e) {
    Map<TopicPartition, Long> positions = new TreeMap<>(ORDER);
    positions.putAll(e.offsetOutOfRangePartitions());
    Map<TopicPartition, Long> first = beginningOffsets(positions.keySet(), TIMEOUT);
    Map<TopicPartition, Long> last = endOffsets(positions.keySet(), TIMEOUT);
    String places =
        positions.entrySet().stream()
            .map(
                entry ->
                    "%s would go on at %d, but holds %d to %d"
                        .formatted(
                            entry.getKey(),
                            entry.getValue(),
                            first.get(entry.getKey()),
                            last.get(entry.getKey())))
            .collect(joining(", "));
    return new TruncatedSourceException(
        "records of a topic are gone that the group %s has not processed: %s; see \"A topic was truncated\" in docs/runbook.md"
            .formatted(groupMetadata().groupId(), places),
        e);
  }

  @Override
  public void close(CloseOptions options) {
    try (asked) {
      super.close(farewell(options));
    }
  }

  private CloseOptions farewell(CloseOptions options) {
    if (hasFailed.getAsBoolean()) {
      return options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
    }
    return options.groupMembershipOperation() == GroupMembershipOperation.REMAIN_IN_GROUP
        ? options.withTimeout(FAREWELL)
        : options;
  }

  @Override
  public OptionalLong currentLag(TopicPartition partition) {
    OptionalLong kept = lags.get(partition);
    if (kept != null) {
      return kept;
    }
    OptionalLong lag = freshLag(partition);
    lags.put(partition, lag);
    return lag;
  }

  private OptionalLong freshLag(TopicPartition partition) {
    OptionalLong known = super.currentLag(partition);
    if (known.isEmpty() || known.getAsLong() > 0) {
      return known;
    }
    if (unanswered) {
      return OptionalLong.empty();
    }
    try {
      if (!ends.containsKey(partition)) {
        ends = asked.of(assignment());
      }
      Long end = ends.get(partition);
      return end == null
          ? OptionalLong.empty()
          : OptionalLong.of(Math.max(0, end - position(partition, TIMEOUT)));
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      unanswered = true;
      return OptionalLong.empty();
    }
  }
}
