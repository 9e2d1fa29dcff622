package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/** Runs the programs of a Docker engine. */
final class Docker {

  /** Tag of the images to try; the tests are skipped without it. */
  static final String IMAGES = System.getenv().getOrDefault("CREDITSTREAM_IMAGES", "");

  private Docker() {}

  /** How Compose is called: as Docker's own packages bring it, else as Debian's do. */
  static List<String> compose() {
    try {
      Programs.run(new byte[0], List.of("docker", "compose", "version"));
      return List.of("docker", "compose");
    } catch (IOException | IllegalStateException e) {
      return List.of("docker-compose");
    }
  }

  /** Skips the tests where nobody has said which images to try. */
  static void require() {
    assumeTrue(
        !IMAGES.isBlank(),
        "no images to try: run deploy/images/build --tag TAG, then set CREDITSTREAM_IMAGES=TAG");
  }

  /**
   * Runs a program to its end and gives what it printed, without its errors.
   *
   * @throws IllegalStateException if there is no such program, or it failed
   */
  static String run(List<String> command) {
    try {
      return new String(Programs.run(new byte[0], command), UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException(command.get(0) + " does not run", e);
    }
  }
}
