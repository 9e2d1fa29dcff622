package io.creditstream.cluster;

import java.nio.file.Path;

/**
 * How to run a schema registry.
 *
 * @param directory where it keeps its schemas; made if it is missing, used again if it is not
 * @param port port for clients, 0 for a free one
 */
public record RegistryOptions(Path directory, int port) {

  public RegistryOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535: " + port);
    }
  }

  /** A registry on a free port. */
  public static RegistryOptions in(Path directory) {
    return new RegistryOptions(directory, 0);
  }

  /** The same on this port. */
  public RegistryOptions withPort(int number) {
    return new RegistryOptions(directory, number);
  }
}
