package io.creditstream.trainer.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Records runs as files in the layout of MLflow's file store, which {@code mlflow ui
 * --backend-store-uri DIR} opens.
 */
final class FileRunTracker implements RunTracker {

  private static final String DEFAULT_EXPERIMENT = "0";

  private final Path root;
  private final String experiment;
  private final Clock clock;

  FileRunTracker(Path root, String experiment, Clock clock) {
    this.root = root.toAbsolutePath().normalize();
    this.experiment = experiment;
    this.clock = clock;
  }

  @Override
  public TrackedRun start(String name, Map<String, String> tags) {
    try {
      return start(experimentDirectory(), name, tags);
    } catch (IOException e) {
      throw new TrackingException(
          "cannot record the run in %s (%s): give another directory by %s"
              .formatted(root, e.getMessage(), TrackingSettings.TRACKING_URI),
          e);
    }
  }

  TrackedRun start(Path experimentDirectory, String name, Map<String, String> tags)
      throws IOException {
    Map<String, String> all = new TreeMap<>(tags);
    all.putAll(MlflowTags.of(name));
    String id = UUID.randomUUID().toString().replace("-", "");
    FileRun run =
        new FileRun(
            this,
            experimentDirectory.resolve(id),
            new RunMeta(
                id,
                experimentDirectory.getFileName().toString(),
                name,
                MlflowTags.user(),
                clock.millis(),
                -1,
                RunStatus.RUNNING),
            clock);
    run.create();
    run.tags(all);
    return run;
  }

  private Path experimentDirectory() throws IOException {
    Files.createDirectories(root.resolve(".trash"));
    for (Path directory : LocalRuns.experiments(root)) {
      MetaYaml meta = MetaYaml.read(directory);
      if (experiment.equals(meta.get("name"))) {
        return directory;
      }
    }
    if (!Files.exists(root.resolve(DEFAULT_EXPERIMENT))) {
      create(DEFAULT_EXPERIMENT, "Default");
    }
    // Eighteen digits, as MLflow itself draws them.
    String id =
        Long.toString(
            100_000_000_000_000_000L
                + Math.floorMod(
                    UUID.randomUUID().getMostSignificantBits(), 800_000_000_000_000_000L));
    return create(id, experiment);
  }

  private Path create(String id, String name) throws IOException {
    Path directory = root.resolve(id);
    Files.createDirectories(directory);
    MetaYaml.write(
        directory,
        List.of(
            MetaYaml.text("artifact_location", directory.toUri().toString().replaceAll("/$", "")),
            MetaYaml.number("creation_time", clock.millis()),
            MetaYaml.text("experiment_id", id),
            MetaYaml.number("last_update_time", clock.millis()),
            MetaYaml.text("lifecycle_stage", "active"),
            MetaYaml.text("name", name)));
    return directory;
  }
}
