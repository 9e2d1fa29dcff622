package io.creditstream.standalone.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.SourceRecord;
import io.creditstream.service.deadletter.DeadLetterHeaders;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The header that a record bears which was a dead letter and was sent again. */
final class ReplayMark {

  /** Names the letter: {@code topic-partition@offset}. */
  static final String HEADER = "creditstream.replayed-from";

  private ReplayMark() {}

  /** The headers of the original record, and the mark. */
  static Headers of(SetAside letter) {
    Headers headers = new RecordHeaders();
    letter
        .record()
        .headers()
        .forEach(
            header -> {
              if (!header.key().startsWith(DeadLetterHeaders.PREFIX)
                  && !header.key().equals(DeadLetterHeaders.REASON)
                  && !header.key().equals(HEADER)) {
                headers.add(header);
              }
            });
    return headers.add(HEADER, name(letter.place()).getBytes(UTF_8));
  }

  /** The letter that a record was, if it was one. */
  static Optional<String> read(Headers headers) {
    Header mark = headers.lastHeader(HEADER);
    return mark == null || mark.value() == null
        ? Optional.empty()
        : Optional.of(new String(mark.value(), UTF_8));
  }

  /** The name of a letter in the header. */
  static String name(SourceRecord place) {
    return "%s-%d@%d".formatted(place.getTopic(), place.getPartition(), place.getOffset());
  }
}
