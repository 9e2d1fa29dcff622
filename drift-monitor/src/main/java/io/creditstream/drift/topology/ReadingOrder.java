package io.creditstream.drift.topology;

import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Which records of a partition are taken first, whatever their times: applications before the
 * decisions about them, decisions before what comes of them. Kafka Streams takes the record with
 * the least timestamp of those that are there, so the timestamp is the clock less an advance that
 * is larger the earlier the topic comes; event time is read from the records themselves. No advance
 * reaches a day: brokers forget a producer whose last records are that old, and then refuse it.
 */
final class ReadingOrder implements TimestampExtractor {

  /** The topics that are read, in the order in which their records are taken. */
  static final List<String> TOPICS =
      List.of(
          Topics.APPLICATIONS.name(),
          Topics.DECISIONS.name(),
          Topics.CHALLENGER_DECISIONS.name(),
          Topics.OUTCOMES.name());

  /** The advance of each topic over the clock. */
  private static final List<Duration> ADVANCES =
      List.of(Duration.ofHours(18), Duration.ofHours(10), Duration.ofHours(5), Duration.ZERO);

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    Duration advance = ADVANCES.get(TOPICS.indexOf(record.topic()));
    return System.currentTimeMillis() - advance.toMillis();
  }
}
