package io.creditstream.scorer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdsTest {

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void shouldTakeTheIdOfAValidHeader() {
    assertThat(of("00-" + ID + "-00f067aa0ba902b7-01")).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
      })
  void shouldDeriveTheIdFromThePlaceOtherwise(String header) {
    assertThat(of(header))
        .matches("[0-9a-f]{32}")
        .isEqualTo(TraceIds.of(new RecordHeaders(), "t", 1, 2))
        .isNotEqualTo(TraceIds.of(new RecordHeaders(), "t", 1, 3));
  }

  private static String of(String header) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", header.getBytes(UTF_8));
    return TraceIds.of(headers, "t", 1, 2);
  }
}
