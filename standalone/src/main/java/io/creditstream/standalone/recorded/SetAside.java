package io.creditstream.standalone.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.SourceRecord;
import io.creditstream.service.deadletter.DeadLetterHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter.
 *
 * @param record as it lies in the topic of dead letters
 */
public record SetAside(ConsumerRecord<byte[], byte[]> record) {

  /** Reason of a letter whose headers give none. */
  public static final String NO_REASON = "unknown";

  static SetAside of(ConsumerRecord<byte[], byte[]> record) {
    return new SetAside(record);
  }

  /** Where the letter lies. */
  public SourceRecord place() {
    return RecordedApplications.place(record);
  }

  /** Where the record lay that was set aside, if the headers say so. */
  public Optional<SourceRecord> source() {
    Optional<String> topic = header(DeadLetterHeaders.TOPIC);
    Optional<Long> partition = number(DeadLetterHeaders.PARTITION);
    Optional<Long> offset = number(DeadLetterHeaders.OFFSET);
    return topic.isPresent() && partition.isPresent() && offset.isPresent()
        ? Optional.of(
            new SourceRecord(topic.get(), (int) (long) partition.get(), (long) offset.get()))
        : Optional.empty();
  }

  /** The kind of fault. */
  public String reason() {
    return header(DeadLetterHeaders.REASON).orElse(NO_REASON);
  }

  /** One line for the people who repair the record. */
  public String message() {
    return header(DeadLetterHeaders.MESSAGE).orElse("");
  }

  /** Whether the letter lacks the bytes of the record, which are to be read where it lay. */
  public boolean isLeftOut() {
    return record.headers().lastHeader(DeadLetterHeaders.LEFT_OUT_BYTES) != null;
  }

  private Optional<Long> number(String name) {
    try {
      return header(name).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<String> header(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }

  /** Names the place, without the content. */
  @Override
  public String toString() {
    return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
  }
}
