package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The decisions that are recorded. */
public final class RecordedDecisions {

  private RecordedDecisions() {}

  /** Hands those on that are wanted, so many at a time: they share one reading of other topics. */
  public static void batches(
      Connection connection,
      Predicate<LoanDecision> wanted,
      int size,
      Consumer<List<LoanDecision>> batches) {
    List<LoanDecision> batch = new ArrayList<>();
    read(
        connection,
        decision -> {
          if (wanted.test(decision)) {
            batch.add(decision);
          }
          if (batch.size() == size) {
            batches.accept(List.copyOf(batch));
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      batches.accept(List.copyOf(batch));
    }
  }

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
