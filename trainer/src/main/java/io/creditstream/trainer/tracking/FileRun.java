package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A run as files: one a parameter, a metric and a tag. */
final class FileRun implements TrackedRun {

  private final FileRunTracker tracker;
  private final Path directory;
  private final Clock clock;
  private RunMeta meta;

  FileRun(FileRunTracker tracker, Path directory, RunMeta meta, Clock clock) {
    this.tracker = tracker;
    this.directory = directory;
    this.meta = meta;
    this.clock = clock;
  }

  void create() throws IOException {
    for (String part : List.of("artifacts", "metrics", "params", "tags")) {
      Files.createDirectories(directory.resolve(part));
    }
    meta.write(directory);
  }

  /** Work on files. */
  private interface FileWork {
    void run() throws IOException;
  }

  private void write(FileWork work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new TrackingException("cannot write to %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  @Override
  public TrackedRun child(String name) {
    try {
      return tracker.start(
          directory.resolveSibling(".").normalize(), name, Map.of(MlflowTags.PARENT, meta.id()));
    } catch (IOException e) {
      throw new TrackingException("cannot record a run beside " + directory, e);
    }
  }

  @Override
  public void parameters(Map<String, String> parameters) {
    write(() -> pairs("params", parameters));
  }

  @Override
  public void tags(Map<String, String> tags) {
    write(() -> pairs("tags", tags));
  }

  private void pairs(String kind, Map<String, String> pairs) throws IOException {
    for (Map.Entry<String, String> pair : Names.clean(pairs).entrySet()) {
      Files.writeString(place(kind, pair.getKey()), pair.getValue());
    }
  }

  @Override
  public void metrics(List<Metric> metrics) {
    write(
        () -> {
          for (Metric metric : metrics) {
            String line = clock.millis() + " " + metric.value() + " " + metric.step() + "\n";
            Files.write(
                place("metrics", metric.name()),
                line.getBytes(UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
          }
        });
  }

  @Override
  public void artifact(String path, byte[] content) {
    write(() -> Files.write(place("artifacts", path), content));
  }

  private Path place(String kind, String name) throws IOException {
    Path parent = directory.resolve(kind);
    Path place = parent.resolve(name).normalize();
    if (!place.startsWith(parent) || place.equals(parent)) {
      throw new IOException("the name leads out of the run");
    }
    Files.createDirectories(place.resolveSibling("."));
    return place;
  }

  @Override
  public void end(RunStatus status) {
    meta = meta.ended(status, clock.millis());
    write(() -> meta.write(directory));
  }
}
