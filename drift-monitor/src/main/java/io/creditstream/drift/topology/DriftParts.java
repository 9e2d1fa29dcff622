package io.creditstream.drift.topology;

import io.creditstream.drift.intake.Readers;
import io.creditstream.drift.metrics.DriftMetrics;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.segment.PopulationParts;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;

/**
 * What the topology is put together from.
 *
 * @param readers reads records
 * @param models finds the models of decisions
 * @param population how the population is parted
 * @param retention how long decisions are remembered for their outcomes
 * @param windows how event time is cut
 * @param thresholds limits of the verdicts
 * @param partitions number of partitions of the decisions
 * @param backlog tells what lies unread
 * @param flushInterval how often a partition tells what it counted
 * @param flushSize decisions after which it tells at once
 * @param reportSerde writes and reads the reports
 * @param board shows what is known
 * @param metrics measures
 */
public record DriftParts(
    Readers readers,
    ModelCatalog models,
    PopulationParts population,
    Duration retention,
    WindowSettings windows,
    DriftThresholds thresholds,
    int partitions,
    Backlog backlog,
    Duration flushInterval,
    int flushSize,
    Serde<DriftReport> reportSerde,
    DriftBoard board,
    DriftMetrics metrics) {

  /**
   * Decisions after which a partition usually tells at once what it counted. So many of some
   * hundreds of features wait in less than a megabyte.
   */
  public static final int FLUSH_SIZE = 500;

  public DriftParts {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1: " + partitions);
    }
    if (flushSize < 1) {
      throw new IllegalArgumentException("flushSize must be at least 1: " + flushSize);
    }
  }
}
