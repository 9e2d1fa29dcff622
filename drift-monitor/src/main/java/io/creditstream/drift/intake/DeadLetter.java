package io.creditstream.drift.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a record is set aside. Neither member ever holds a value of the record, since both end in
 * headers, logs and metrics.
 *
 * @param reason the kind of fault
 * @param message one line for the people who repair the record
 */
public record DeadLetter(DeadLetterReason reason, String message) {

  private static final String PREFIX = "__streams.errors.";
  private static final String REASON = "creditstream.reason";

  public DeadLetter {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }

  /**
   * The headers of the record at its place in the dead-letter topic: those it had, then where it
   * lay and why it is here, under the names of KIP-1034. Those of an earlier time as a dead letter
   * are left out.
   */
  public Headers headers(Headers original, String topic, int partition, long offset) {
    Headers headers = new RecordHeaders();
    original.forEach(
        header -> {
          if (!header.key().startsWith(PREFIX) && !header.key().equals(REASON)) {
            headers.add(header);
          }
        });
    add(headers, PREFIX + "exception", DeadLetter.class.getName());
    add(headers, PREFIX + "message", message);
    add(headers, PREFIX + "topic", topic);
    add(headers, PREFIX + "partition", Integer.toString(partition));
    add(headers, PREFIX + "offset", Long.toString(offset));
    add(headers, REASON, reason.code());
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
