package io.creditstream.scorer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Sha256;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Trace ids of applications. */
public final class TraceIds {

  /** Header of the W3C recommendation "Trace Context". */
  public static final String HEADER = "traceparent";

  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final int TRACE_ID_DIGITS = 32;
  private static final int MAX_HEADER_BYTES = 512;

  private TraceIds() {}

  /**
   * The trace id in the {@code traceparent} header; where there is no valid one, the first 32
   * digits of the SHA-256 of {@code topic-partition-offset}.
   */
  public static String of(Headers headers, String topic, int partition, long offset) {
    return of(headers).orElseGet(() -> derived(topic + "-" + partition + "-" + offset));
  }

  /** The trace id in the {@code traceparent} header, if there is a valid one. */
  public static Optional<String> of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null || header.value() == null || header.value().length > MAX_HEADER_BYTES
        ? Optional.empty()
        : parse(new String(header.value(), UTF_8));
  }

  /** The trace id in the value of a {@code traceparent} header, if it is valid. */
  public static Optional<String> parse(@Nullable String traceparent) {
    if (traceparent == null || traceparent.length() > MAX_HEADER_BYTES) {
      return Optional.empty();
    }
    Matcher matcher = TRACEPARENT.matcher(traceparent);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The trace id that belongs to a text. */
  public static String derived(String text) {
    return Sha256.hex(text.getBytes(UTF_8)).substring(0, TRACE_ID_DIGITS);
  }
}
