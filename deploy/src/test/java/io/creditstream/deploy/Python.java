package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the example clients in Python. */
final class Python {

  private static final String PYTHON = "/usr/bin/python3";

  private Python() {}

  /** Whether Debian's Python has the modules that the examples need. */
  static boolean isThere() {
    try {
      return start(List.of(PYTHON, "-c", "import confluent_kafka, avro"), "").waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What an example prints, errors included. */
  static String run(String input, String script, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(PYTHON, Path.of("../docs/clients", script).toString()));
    command.addAll(List.of(arguments));
    return new String(start(command, input).getInputStream().readAllBytes(), UTF_8);
  }

  private static Process start(List<String> command, String input) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    return process;
  }
}
