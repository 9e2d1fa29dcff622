package io.creditstream.trainer.tracking;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as it was recorded in files.
 *
 * @param id of the run
 * @param name for people
 * @param experiment name of its experiment
 * @param status how it stands; a run that was killed hard stays RUNNING
 * @param startedAt when
 * @param parent id of the run that it belongs to, empty if to none
 * @param parameters by name
 * @param metrics the newest value of each by name
 */
public record RecordedRun(
    String id,
    String name,
    String experiment,
    RunStatus status,
    Instant startedAt,
    String parent,
    Map<String, String> parameters,
    Map<String, Double> metrics) {

  public RecordedRun {
    parameters = new TreeMap<>(parameters);
    metrics = new TreeMap<>(metrics);
  }
}
