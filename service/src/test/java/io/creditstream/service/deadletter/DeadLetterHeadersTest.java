package io.creditstream.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterHeadersTest {

  @Test
  void shouldKeepTheHeadersOfTheRecordAndSayWhereAndWhy() {
    Headers original = new RecordHeaders().add("traceparent", "t".getBytes(UTF_8));

    Headers first =
        DeadLetterHeaders.of(
            original, new DeadLetter(DeadLetterReason.TOO_SHORT, "2 bytes"), "topic", 3, 44);

    assertThat(texts(first))
        .containsExactly(
            "traceparent=t",
            "__streams.errors.exception=" + DeadLetter.class.getName(),
            "__streams.errors.message=2 bytes",
            "__streams.errors.topic=topic",
            "__streams.errors.partition=3",
            "__streams.errors.offset=44",
            "creditstream.reason=too_short");
  }

  @Test
  void shouldReplaceTheHeadersOfAnEarlierTime() {
    Headers first =
        DeadLetterHeaders.of(
            new RecordHeaders(), new DeadLetter(DeadLetterReason.TOO_SHORT, "a"), "topic", 3, 44);

    Headers second =
        DeadLetterHeaders.of(
            first, new DeadLetter(DeadLetterReason.MALFORMED, "b"), "topic", 0, 45);

    assertThat(texts(second))
        .hasSize(6)
        .contains("creditstream.reason=malformed", "__streams.errors.offset=45");
  }

  private static List<String> texts(Headers headers) {
    List<String> texts = new ArrayList<>();
    headers.forEach(header -> texts.add(header.key() + "=" + new String(header.value(), UTF_8)));
    return texts;
  }
}
