package io.creditstream.benchmarks.pipeline;

import io.creditstream.service.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files in which a stream that is closed keeps its state. */
record LocalFiles(Path directory) {

  static LocalFiles of(KafkaSettings kafka) {
    return new LocalFiles(kafka.stateDirectory().resolve(kafka.applicationId()));
  }

  /**
   * Bytes on disk of the stores whose name matches.
   *
   * @param stores regular expression
   */
  long bytes(String stores) {
    return files().stream()
        .filter(Files::isRegularFile)
        .filter(file -> file.getName(file.getNameCount() - 2).toString().matches(stores))
        .mapToLong(file -> file.toFile().length())
        .sum();
  }

  void delete() {
    files().stream().sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new IllegalStateException("the state cannot be read", e);
    }
  }
}
