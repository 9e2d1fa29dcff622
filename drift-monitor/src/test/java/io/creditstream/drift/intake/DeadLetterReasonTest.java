package io.creditstream.drift.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.serde.AvroDecodingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterReasonTest {

  @ParameterizedTest
  @EnumSource(AvroDecodingException.Reason.class)
  void shouldHaveAReasonForEverythingThatDecodingFinds(AvroDecodingException.Reason reason) {
    assertThat(DeadLetterReason.values())
        .extracting(DeadLetterReason::name)
        .contains(reason.name());
  }
}
