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
      Programs.run(new byte[0], List.of(PYTHON, "-c", "import confluent_kafka, avro"));
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** What an example prints. */
  static String run(String input, String script, String... arguments) throws IOException {
    return new String(run(input.getBytes(UTF_8), script, arguments), UTF_8);
  }

  /** The same in bytes. */
  static byte[] run(byte[] input, String script, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(PYTHON, Path.of("../docs/clients", script).toString()));
    command.addAll(List.of(arguments));
    return Programs.run(input, command);
  }
}
