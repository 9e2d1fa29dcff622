package io.creditstream.drift.topology;

import io.creditstream.drift.intake.ApplicationReader;
import io.creditstream.drift.intake.DecisionReader;
import io.creditstream.drift.intake.EventTimes;
import io.creditstream.drift.intake.OutcomeReader;
import io.creditstream.drift.intake.Readers;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.metrics.DriftMetrics;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.reference.ModelFacts;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.Optional;

/**
 * A monitor that knows one model and reads one partition.
 *
 * @param sha256 SHA-256 of the model
 * @param reference what it was trained on
 */
record OneModel(String sha256, Population reference, SchemaRegistryClient registry) {

  /** Parts of a monitor that has read all there is. */
  DriftParts parts(
      PopulationParts population,
      WindowSettings windows,
      int flushSize,
      DriftBoard board,
      DriftMetrics metrics) {
    return parts(population, windows, (partition, nextOffset) -> true, flushSize, board, metrics);
  }

  DriftParts parts(
      PopulationParts population,
      WindowSettings windows,
      Backlog backlog,
      int flushSize,
      DriftBoard board,
      DriftMetrics metrics) {
    ReferenceModel model =
        new ReferenceModel(
            sha256,
            sha256.substring(0, 12),
            reference.profile(),
            reference.layout(),
            ModelFacts.UNKNOWN);
    ModelCatalog models = asked -> asked.equals(sha256) ? Optional.of(model) : Optional.empty();
    EventTimes times = new EventTimes(Duration.ofDays(1));
    return new DriftParts(
        new Readers(
            new DecisionReader(new AvroDeserializer<>(LoanDecision.class, registry), models, times),
            new OutcomeReader(new AvroDeserializer<>(LoanOutcome.class, registry), times),
            new ApplicationReader(new AvroDeserializer<>(LoanApplication.class, registry))),
        models,
        population,
        Duration.ofDays(30),
        windows,
        DriftThresholds.standard(),
        1,
        backlog,
        Duration.ofSeconds(1),
        flushSize,
        new AvroSerde<>(DriftReport.class, registry),
        board,
        metrics);
  }
}
