package io.creditstream.service.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Never refuses a record, since Kafka Streams would stop or drop it: a missing or negative
 * timestamp becomes 0. Whether the time is sound is for the topology to judge.
 */
public final class EventTimestamps implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }
}
