package io.creditstream.drift.intake;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.topic.Topics;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads applications. Bad ones are passed over: the scorer sets them aside and decides nothing. */
public final class ApplicationReader {

  private final RecordDecoder<LoanApplication> decoder;

  public ApplicationReader(Deserializer<LoanApplication> deserializer) {
    this.decoder = new RecordDecoder<>(Topics.APPLICATIONS, deserializer);
  }

  /** The application, if the bytes are one. */
  public Optional<LoanApplication> read(byte[] value) {
    return decoder.read(value) instanceof Reading.Sound<LoanApplication> sound
        ? Optional.of(sound.value())
        : Optional.empty();
  }
}
