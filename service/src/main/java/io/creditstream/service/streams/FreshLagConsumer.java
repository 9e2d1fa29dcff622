package io.creditstream.service.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
 * before it. Kafka Streams asks before each record, so that answers are kept until the next poll.
 */
final class FreshLagConsumer extends KafkaConsumer<byte[], byte[]> {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Map<TopicPartition, OptionalLong> lags = new HashMap<>();
  private Map<TopicPartition, Long> ends = Map.of();

  FreshLagConsumer(Map<String, Object> properties) {
    super(properties);
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    lags.clear();
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    if (!records.isEmpty()) {
      ends = Map.of();
    }
    return records;
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
    try {
      if (!ends.containsKey(partition)) {
        ends = endOffsets(assignment(), TIMEOUT);
      }
      Long end = ends.get(partition);
      return end == null
          ? OptionalLong.empty()
          : OptionalLong.of(Math.max(0, end - position(partition, TIMEOUT)));
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      return OptionalLong.empty();
    }
  }
}
