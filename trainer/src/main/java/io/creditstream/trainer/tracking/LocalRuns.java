package io.creditstream.trainer.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads runs from files in the layout of MLflow's file store. */
public final class LocalRuns {

  private LocalRuns() {}

  /**
   * All runs that are not deleted, the newest first; none if the directory is absent.
   *
   * @throws TrackingException if a file cannot be read
   */
  public static List<RecordedRun> read(Path root) {
    List<RecordedRun> runs = new ArrayList<>();
    try {
      for (Path experiment : experiments(root)) {
        String name = MetaYaml.read(experiment).get("name");
        for (Path directory : withMeta(experiment)) {
          if (!MetaYaml.read(directory).get("lifecycle_stage").equals("deleted")) {
            runs.add(run(name, directory));
          }
        }
      }
    } catch (IOException e) {
      throw new TrackingException("cannot read the runs in " + root + ": " + e.getMessage(), e);
    }
    runs.sort(Comparator.comparing(RecordedRun::startedAt).reversed());
    return runs;
  }

  static List<Path> experiments(Path root) throws IOException {
    return Files.isDirectory(root) ? withMeta(root) : List.of();
  }

  private static List<Path> withMeta(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(MetaYaml::isIn).sorted().toList();
    }
  }

  private static RecordedRun run(String experiment, Path directory) throws IOException {
    RunMeta meta = RunMeta.read(directory);
    Map<String, Double> metrics = new TreeMap<>();
    for (Map.Entry<String, String> metric : files(directory.resolve("metrics")).entrySet()) {
      newest(metric.getValue()).ifPresent(value -> metrics.put(metric.getKey(), value));
    }
    return new RecordedRun(
        meta.id(),
        meta.name(),
        experiment,
        meta.status(),
        Instant.ofEpochMilli(meta.startMillis()),
        files(directory.resolve("tags")).getOrDefault(MlflowTags.PARENT, ""),
        files(directory.resolve("params")),
        metrics);
  }

  /** The value of the last whole line; a crash may have left half a line. */
  private static Optional<Double> newest(String lines) {
    List<String> whole =
        lines.substring(0, lines.lastIndexOf('\n') + 1).lines().filter(l -> !l.isBlank()).toList();
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    try {
      String[] cells = whole.get(whole.size() - 1).split(" ", -1);
      return Optional.of(Double.parseDouble(cells[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path file : paths.filter(Files::isRegularFile).toList()) {
          files.put(
              directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }
}
