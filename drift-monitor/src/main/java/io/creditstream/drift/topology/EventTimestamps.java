package io.creditstream.drift.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Never refuses a record, since Kafka Streams would stop or drop it: a missing or negative
 * timestamp becomes 0. The event time that counts lies in the decision.
 */
final class EventTimestamps implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }
}
