package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import java.util.function.Consumer;

/** What became of loans, as far as it is recorded. */
public final class RecordedOutcomes {

  private RecordedOutcomes() {}

  /** Hands all outcomes on that can be read; there are none where there is no such topic. */
  public static void read(Connection connection, Consumer<LoanOutcome> outcomes) {
    AvroDeserializer<LoanOutcome> decoder =
        new AvroDeserializer<>(LoanOutcome.class, connection.registry());
    try (TopicScan scan = new TopicScan(connection.client())) {
      scan.read(
          scan.partitions(Topics.OUTCOMES.name()),
          record -> {
            try {
              LoanOutcome outcome = decoder.deserialize(record.topic(), record.value());
              if (outcome != null) {
                outcomes.accept(outcome);
              }
            } catch (AvroDecodingException e) {
              // The drift monitor sets it aside; it tells of no loan.
            }
          });
    }
  }
}
