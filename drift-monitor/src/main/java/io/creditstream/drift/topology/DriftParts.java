package io.creditstream.drift.topology;

import io.creditstream.drift.intake.DecisionReader;
import io.creditstream.drift.metrics.DriftMetrics;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;

/**
 * What the topology is put together from.
 *
 * @param reader reads decisions
 * @param models finds their models
 * @param windows how event time is cut
 * @param thresholds limits of the verdicts
 * @param partitions number of partitions of the decisions
 * @param flushInterval how often a partition tells what it counted
 * @param flushSize decisions after which it tells at once
 * @param reportSerde writes and reads the reports
 * @param board shows what is known
 * @param metrics measures
 */
public record DriftParts(
    DecisionReader reader,
    ModelCatalog models,
    WindowSettings windows,
    DriftThresholds thresholds,
    int partitions,
    Duration flushInterval,
    int flushSize,
    Serde<DriftReport> reportSerde,
    DriftBoard board,
    DriftMetrics metrics) {

  public DriftParts {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1: " + partitions);
    }
    if (flushSize < 1) {
      throw new IllegalArgumentException("flushSize must be at least 1: " + flushSize);
    }
  }
}
