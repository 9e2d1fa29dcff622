package io.creditstream.drift.intake;

import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.service.deadletter.DeadLetter;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the bytes of a topic. Bad records are an answer, not an exception; a registry or a broker
 * that is down passes through as the exception it is, since the record must be tried again.
 *
 * @param <V> what the topic carries
 */
final class RecordDecoder<V> {

  private final Topic<?> topic;
  private final Deserializer<V> deserializer;

  RecordDecoder(Topic<?> topic, Deserializer<V> deserializer) {
    this.topic = topic;
    this.deserializer = deserializer;
  }

  Reading<V> read(byte[] value) {
    try {
      return new Reading.Sound<>(deserializer.deserialize(topic.name(), value));
    } catch (AvroDecodingException e) {
      return new Reading.Bad<>(DeadLetter.of(e));
    }
  }
}
