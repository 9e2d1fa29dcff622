package io.creditstream.drift.intake;

import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what became of loans. */
public final class OutcomeReader {

  private final RecordDecoder<LoanOutcome> decoder;
  private final EventTimes times;

  public OutcomeReader(Deserializer<LoanOutcome> deserializer, EventTimes times) {
    this.decoder = new RecordDecoder<>(Topics.OUTCOMES, deserializer);
    this.times = times;
  }

  /**
   * Reads the value of an outcome.
   *
   * @param now the time by this machine's clock
   */
  public Reading<LoanOutcome> read(byte[] value, Instant now) {
    return decoder
        .read(value)
        .then(outcome -> times.check(outcome, "observedAt", outcome.getObservedAt(), now));
  }
}
