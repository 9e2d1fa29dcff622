package io.creditstream.drift.intake;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.CellMismatchException;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads decisions, those of the champion into the cells of its model. */
public final class DecisionReader {

  private final RecordDecoder<LoanDecision> decisions;
  private final RecordDecoder<LoanDecision> challengers;
  private final ModelCatalog models;
  private final EventTimes times;

  public DecisionReader(
      Deserializer<LoanDecision> deserializer, ModelCatalog models, EventTimes times) {
    this.decisions = new RecordDecoder<>(Topics.DECISIONS, deserializer);
    this.challengers = new RecordDecoder<>(Topics.CHALLENGER_DECISIONS, deserializer);
    this.models = models;
    this.times = times;
  }

  /**
   * Reads the value of a decision.
   *
   * @param now the time by this machine's clock
   */
  public Reading<CountableDecision> read(byte[] value, Instant now) {
    return decisions
        .read(value)
        .then(DecisionReader::first)
        .then(decision -> times.check(decision, "submittedAt", decision.getSubmittedAt(), now))
        .then(this::cells);
  }

  /** Reads the value of a decision of a challenger. */
  public Reading<LoanDecision> readChallenger(byte[] value) {
    return challengers.read(value).then(DecisionReader::withScore);
  }

  private static Reading<LoanDecision> first(LoanDecision decision) {
    return decision.getSupersedes() == null
        ? new Reading.Sound<>(decision)
        : new Reading.Superseding<>();
  }

  private Reading<CountableDecision> cells(LoanDecision decision) {
    return models
        .find(decision.getModelSha256())
        .map(model -> withScore(decision).then(sound -> cells(sound, model)))
        .orElseGet(
            () ->
                Reading.bad(
                    DeadLetterReason.UNKNOWN_MODEL,
                    "modelSha256 names no model of " + Topics.MODELS.name()));
  }

  private static Reading<LoanDecision> withScore(LoanDecision decision) {
    double score = decision.getProbabilityOfDefault();
    return score >= 0 && score <= 1
        ? new Reading.Sound<>(decision)
        : Reading.bad(DeadLetterReason.MODEL_MISMATCH, "probabilityOfDefault is outside 0..1");
  }

  private static Reading<CountableDecision> cells(LoanDecision decision, ReferenceModel model) {
    int contributions = decision.getContributions().size();
    if (contributions != 0 && contributions != decision.getFeatures().size()) {
      return Reading.bad(
          DeadLetterReason.MODEL_MISMATCH, "features and contributions differ in number");
    }
    try {
      CellList cells =
          CellList.of(
              model.layout(), vector(decision.getFeatures()), decision.getProbabilityOfDefault());
      return new Reading.Sound<>(new CountableDecision(decision, cells));
    } catch (CellMismatchException e) {
      return Reading.bad(
          DeadLetterReason.MODEL_MISMATCH, Optional.ofNullable(e.getMessage()).orElse(""));
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
}
