package io.creditstream.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs that Debian packages and that may be absent elsewhere. */
final class Tools {

  private Tools() {}

  /** Skips the test where the program is absent, and says what to install. */
  static void require(String program, String debianPackage) {
    assumeTrue(
        isThere(program),
        "no %s on the path: install the Debian package %s to run this test"
            .formatted(program, debianPackage));
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .anyMatch(Files::isExecutable);
  }

  /**
   * Runs a program to its end.
   *
   * @param exitCode its exit code
   * @param output what it printed, errors included
   */
  record Run(int exitCode, String output) {}

  static Run run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  static List<Path> files(String directory, String extension) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    }
  }
}
