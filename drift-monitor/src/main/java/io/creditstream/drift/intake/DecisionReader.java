package io.creditstream.drift.intake;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.CellMismatchException;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a decision into the cells of its model. Bad records are an answer, not an exception; a
 * registry or a broker that is down passes through as the exception it is, since the record must be
 * tried again.
 */
public final class DecisionReader {

  private final Deserializer<LoanDecision> deserializer;
  private final ModelCatalog models;
  private final Duration futureTolerance;

  /**
   * @param futureTolerance how far ahead of the clock an event time may lie
   */
  public DecisionReader(
      Deserializer<LoanDecision> deserializer, ModelCatalog models, Duration futureTolerance) {
    this.deserializer = deserializer;
    this.models = models;
    this.futureTolerance = futureTolerance;
  }

  /**
   * Reads the value of a record.
   *
   * @param now the time by this machine's clock
   */
  public Reading read(byte[] value, Instant now) {
    try {
      return count(deserializer.deserialize(Topics.DECISIONS.name(), value), now);
    } catch (AvroDecodingException e) {
      return bad(
          DeadLetterReason.valueOf(e.reason().name()),
          Optional.ofNullable(e.getMessage()).orElse(""));
    }
  }

  private Reading count(LoanDecision decision, Instant now) {
    if (decision.getSupersedes() != null) {
      return new Reading.Superseding();
    }
    Instant time = decision.getSubmittedAt();
    if (time.isBefore(Instant.EPOCH)) {
      return bad(DeadLetterReason.INVALID_TIME, "submittedAt is before 1970");
    }
    if (time.isAfter(now.plus(futureTolerance))) {
      return bad(
          DeadLetterReason.QUARANTINE, "submittedAt is more than " + futureTolerance + " ahead");
    }
    return models
        .find(decision.getModelSha256())
        .map(model -> count(decision, time, model))
        .orElseGet(
            () ->
                bad(
                    DeadLetterReason.UNKNOWN_MODEL,
                    "modelSha256 names no model of " + Topics.MODELS.name()));
  }

  private static Reading count(LoanDecision decision, Instant time, ReferenceModel model) {
    double score = decision.getProbabilityOfDefault();
    if (!(score >= 0 && score <= 1)) {
      return bad(DeadLetterReason.MODEL_MISMATCH, "probabilityOfDefault is outside 0..1");
    }
    try {
      CellList cells = CellList.of(model.layout(), vector(decision.getFeatures()), score);
      return new Reading.Sound(model.sha256(), time.toEpochMilli(), cells);
    } catch (CellMismatchException e) {
      return bad(DeadLetterReason.MODEL_MISMATCH, Optional.ofNullable(e.getMessage()).orElse(""));
    }
  }

  private static double[] vector(List<@Nullable Double> features) {
    double[] vector = new double[features.size()];
    for (int i = 0; i < vector.length; i++) {
      Double value = features.get(i);
      vector[i] = value == null ? Double.NaN : value;
    }
    return vector;
  }

  private static Reading bad(DeadLetterReason reason, String message) {
    return new Reading.Bad(new DeadLetter(reason, message));
  }
}
