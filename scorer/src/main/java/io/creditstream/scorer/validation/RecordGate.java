package io.creditstream.scorer.validation;

import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * What every record passes before it touches any state: key, times, bytes, then the rules of its
 * kind. An unavailable registry is no fault of a record: its exception passes through.
 */
public final class RecordGate<R extends SpecificRecordBase> {

  /**
   * Most bytes of a value: no event comes near. Topics limit what they take by its compressed size
   * alone, and what is kept of a record has to fit into a changelog.
   */
  static final int MAX_VALUE_BYTES = 8 << 20;

  private final String topic;
  private final Deserializer<R> deserializer;
  private final TimeRules times;
  private final RecordRules<R> rules;

  public RecordGate(
      String topic, Deserializer<R> deserializer, TimeRules times, RecordRules<R> rules) {
    this.topic = topic;
    this.deserializer = deserializer;
    this.times = times;
    this.rules = rules;
  }

  /**
   * Checks a record.
   *
   * @param timestamp of the record in ms since 1970; 0 where it has none
   * @param now the time of this machine
   */
  public Checked<R> check(
      byte @Nullable [] key, byte @Nullable [] value, long timestamp, Instant now) {
    Checked<String> client = ClientKey.read(key);
    if (client instanceof Checked.Bad<String> bad) {
      return new Checked.Bad<>(bad.letter());
    }
    if (timestamp <= 0) {
      return Checked.bad(DeadLetterReason.INVALID_TIME, "the timestamp is missing or before 1970");
    }
    DeadLetter broken = times.broken("the timestamp", Instant.ofEpochMilli(timestamp), now);
    if (broken != null) {
      return new Checked.Bad<>(broken);
    }
    if (value == null) {
      return new Checked.Tombstone<>();
    }
    if (value.length > MAX_VALUE_BYTES) {
      return Checked.bad(
          DeadLetterReason.TOO_LARGE,
          value.length + " bytes, at most " + MAX_VALUE_BYTES + " expected");
    }
    return decode(((Checked.Sound<String>) client).value(), value, now);
  }

  private Checked<R> decode(String client, byte[] value, Instant now) {
    R record;
    try {
      record = deserializer.deserialize(topic, value);
    } catch (AvroDecodingException e) {
      return new Checked.Bad<>(DeadLetter.of(e));
    }
    DeadLetter broken = rules.broken(record, client, times, now);
    return broken == null ? new Checked.Sound<>(record) : new Checked.Bad<>(broken);
  }
}
