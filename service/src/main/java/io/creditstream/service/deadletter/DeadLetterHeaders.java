package io.creditstream.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a dead letter: those of the original record, then where it lay and why it is here,
 * under the names of KIP-1034.
 */
public final class DeadLetterHeaders {

  /** Prefix of all headers that say where and why. */
  public static final String PREFIX = "__streams.errors.";

  /** Header with the class of the {@link DeadLetter}. */
  public static final String EXCEPTION = PREFIX + "exception";

  public static final String MESSAGE = PREFIX + "message";
  public static final String TOPIC = PREFIX + "topic";
  public static final String PARTITION = PREFIX + "partition";
  public static final String OFFSET = PREFIX + "offset";

  /** Header with the {@link DeadLetterReason#code()}. */
  public static final String REASON = "creditstream.reason";

  /** Prefix of the headers of a letter without the value of its record. */
  public static final String LEFT_OUT = "creditstream.left-out.";

  /** Header with the length of the value that is left out. */
  public static final String LEFT_OUT_BYTES = LEFT_OUT + "bytes";

  /** Header with its SHA-256, in hexadecimal digits. */
  public static final String LEFT_OUT_SHA256 = LEFT_OUT + "sha256";

  private DeadLetterHeaders() {}

  /** New headers; those of an earlier time as a dead letter are left out. */
  public static Headers of(
      Headers original, DeadLetter letter, String topic, int partition, long offset) {
    Headers headers = new RecordHeaders();
    original.forEach(
        header -> {
          if (!isOwn(header.key())) {
            headers.add(header);
          }
        });
    add(headers, EXCEPTION, DeadLetter.class.getName());
    add(headers, MESSAGE, letter.message());
    add(headers, TOPIC, topic);
    add(headers, PARTITION, Integer.toString(partition));
    add(headers, OFFSET, Long.toString(offset));
    add(headers, REASON, letter.reason().code());
    return headers;
  }

  private static boolean isOwn(String name) {
    return name.startsWith(PREFIX) || name.startsWith(LEFT_OUT) || name.equals(REASON);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
