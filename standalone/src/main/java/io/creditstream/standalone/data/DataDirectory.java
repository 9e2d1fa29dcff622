package io.creditstream.standalone.data;

import java.nio.file.Path;

/**
 * Where things lie in a data directory.
 *
 * @param root the directory
 */
public record DataDirectory(Path root) {

  public DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /** Logs and topics of the broker. */
  public Path broker() {
    return root.resolve("broker");
  }

  /** Schemas of the registry. */
  public Path registry() {
    return root.resolve("registry");
  }

  /** The model in use. */
  public Path bundle() {
    return root.resolve("bundle");
  }

  /** State stores of an application. */
  public Path state(String application) {
    return root.resolve("state").resolve(application);
  }

  /** Where the broker that has the directory open can be reached. */
  public Path endpoints() {
    return root.resolve("endpoints.json");
  }

  /** How far the stream of applications is. */
  public Path position() {
    return root.resolve("position.json");
  }

  public Path log() {
    return root.resolve("creditstream.log");
  }
}
