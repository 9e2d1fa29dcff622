package io.creditstream.service.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.serde.AvroDecodingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterReasonTest {

  @ParameterizedTest
  @EnumSource(AvroDecodingException.Reason.class)
  void shouldCallWhatDecodingFindsByTheSameName(AvroDecodingException.Reason reason) {
    DeadLetter letter = DeadLetter.of(new AvroDecodingException(reason, "why"));

    assertThat(letter.reason().name()).isEqualTo(reason.name());
    assertThat(letter.message()).isEqualTo(reason + ": why");
  }
}
