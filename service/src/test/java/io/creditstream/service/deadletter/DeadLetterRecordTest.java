package io.creditstream.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.service.streams.StreamsProperties;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {

  private static final byte[] KEY = "client".getBytes(UTF_8);
  private static final DeadLetter LETTER = new DeadLetter(DeadLetterReason.MALFORMED, "why");
  private static final int MIB = 1 << 20;

  @Test
  void shouldKeepTheBytesAndHeadersOfARecord() {
    byte[] value = new byte[14 * MIB];
    Headers original = new RecordHeaders().add("origin", "branch".getBytes(UTF_8));

    DeadLetterRecord letter = of(KEY, value, original);

    assertThat(letter.key()).isSameAs(KEY);
    assertThat(letter.value()).isSameAs(value);
    assertThat(text(letter, "origin")).isEqualTo("branch");
    assertThat(text(letter, "__streams.errors.message")).isEqualTo("why");
    assertThat(letter.headers().lastHeader("creditstream.left-out.bytes")).isNull();
  }

  @Test
  void shouldKeepATombstoneOne() {
    assertThat(of(null, null, new RecordHeaders()).value()).isNull();
  }

  @Test
  void shouldTellLengthAndDigestOfAValueThatIsTooLarge() throws Exception {
    byte[] value = new byte[16 * MIB];
    Headers original = new RecordHeaders().add("origin", "branch".getBytes(UTF_8));

    DeadLetterRecord letter = of(KEY, value, original);

    assertThat(letter.key()).isSameAs(KEY);
    assertThat(letter.value()).isEmpty();
    assertThat(letter.headers().lastHeader("origin")).isNull();
    assertThat(text(letter, "creditstream.left-out.bytes")).isEqualTo("16777216");
    assertThat(text(letter, "creditstream.left-out.sha256"))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value)));
    assertThat(text(letter, "creditstream.reason")).isEqualTo("malformed");
    assertThat(text(letter, "__streams.errors.message"))
        .startsWith("why;")
        .contains("read it where it lay");
    assertThat(text(letter, "__streams.errors.topic")).isEqualTo("topic");
    assertThat(text(letter, "__streams.errors.partition")).isEqualTo("3");
    assertThat(text(letter, "__streams.errors.offset")).isEqualTo("44");
  }

  @Test
  void shouldLeaveOutKeysAndHeadersThatAreTooLarge() {
    Headers many = new RecordHeaders();
    for (int i = 0; i < 16; i++) {
      many.add("large", new byte[MIB]);
    }

    assertThat(of(new byte[16 * MIB], null, new RecordHeaders()).key()).isNull();
    assertThat(of(KEY, new byte[1], many).headers().lastHeader("large")).isNull();
  }

  @Test
  void shouldTakeNoHeaderOfTheRecordForItsOwn() {
    Headers original =
        new RecordHeaders().add(DeadLetterHeaders.LEFT_OUT_BYTES, "1".getBytes(UTF_8));

    assertThat(of(KEY, new byte[1], original).headers().lastHeader("creditstream.left-out.bytes"))
        .isNull();
  }

  @Test
  void shouldFitIntoWhatTheProducerOfAStreamTakes() {
    assertThat(DeadLetterRecord.MAX_BYTES).isLessThanOrEqualTo(StreamsProperties.MAX_RECORD_BYTES);
  }

  private static DeadLetterRecord of(byte[] key, byte[] value, Headers original) {
    return DeadLetterRecord.of(
        new Record<>(key, value, 0, original),
        new ProcessorRecordContext(0, 44, 3, "topic", original),
        LETTER);
  }

  private static String text(DeadLetterRecord letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
