package io.creditstream.trainer.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How a run was started.
 *
 * @param startedAt when
 * @param duration how long it took
 * @param seed seed of everything random
 * @param folds number of folds
 * @param settings everything else that was asked for, by option name
 * @param parameters of the model that was chosen, by LightGBM name
 * @param trees of the final model
 */
public record RunInfo(
    Instant startedAt,
    Duration duration,
    long seed,
    int folds,
    Map<String, String> settings,
    Map<String, String> parameters,
    int trees) {

  public RunInfo {
    settings = Map.copyOf(settings);
    parameters = Map.copyOf(parameters);
  }
}
