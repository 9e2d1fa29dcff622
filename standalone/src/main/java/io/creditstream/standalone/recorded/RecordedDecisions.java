package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import java.util.function.Consumer;

/** The decisions that are recorded. */
public final class RecordedDecisions {

  private RecordedDecisions() {}

  /** Hands all committed decisions on, partition by partition. */
  public static void read(Connection connection, Consumer<LoanDecision> decisions) {
    AvroDeserializer<LoanDecision> decoder =
        new AvroDeserializer<>(LoanDecision.class, connection.registry());
    try (TopicScan scan = new TopicScan(connection.client())) {
      scan.read(
          scan.partitions(Topics.DECISIONS.name()),
          record -> {
            LoanDecision decision = decoder.deserialize(record.topic(), record.value());
            if (decision != null) {
              decisions.accept(decision);
            }
          });
    }
  }
}
