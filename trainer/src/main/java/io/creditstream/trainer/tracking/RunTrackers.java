package io.creditstream.trainer.tracking;

import java.time.Clock;
import java.util.function.Consumer;

/** Opens the store of runs that the settings name. */
public final class RunTrackers {

  private RunTrackers() {}

  /**
   * @param warnings is told once if a server does not take the records, which then go to files
   */
  public static RunTracker open(TrackingSettings settings, Clock clock, Consumer<String> warnings) {
    RunTracker files = new FileRunTracker(settings.directory(), settings.experiment(), clock);
    return settings
        .server()
        .<RunTracker>map(
            server ->
                new FallbackRunTracker(
                    new MlflowRunTracker(
                        new MlflowApi(server, settings.authorization()),
                        settings.experiment(),
                        clock,
                        warnings),
                    files,
                    why ->
                        warnings.accept(
                            "%s; the run is recorded in %s instead"
                                .formatted(why, settings.directory()))))
        .orElse(files);
  }
}
