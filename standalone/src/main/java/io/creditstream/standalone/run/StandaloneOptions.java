package io.creditstream.standalone.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the main job is to do.
 *
 * @param files directory in the Kaggle layout; empty for the synthetic population
 * @param dataDirectory where everything durable lies
 * @param applications how many applications to stream; empty for all, or no end
 * @param drift whether the population shifts half way
 * @param summary file for the summary; empty for none
 * @param portBase first of the ports; 0 for free ones
 * @param rate applications a second; infinity for as fast as possible
 * @param window length of a drift window in event time
 */
public record StandaloneOptions(
    Optional<Path> files,
    Path dataDirectory,
    OptionalLong applications,
    boolean drift,
    Optional<Path> summary,
    int portBase,
    double rate,
    Duration window) {

  public StandaloneOptions {
    if (drift && files.isPresent()) {
      throw new IllegalArgumentException(
          "--drift shifts the synthetic population; leave out either --drift or --data");
    }
    if (applications.isPresent() && applications.getAsLong() < 1) {
      throw new IllegalArgumentException("--applications must be at least 1");
    }
    if (portBase < 0 || portBase > 65_000) {
      throw new IllegalArgumentException("--port-base must be between 0 and 65000");
    }
    if (!(rate > 0)) {
      throw new IllegalArgumentException("--rate must be above 0");
    }
    if (window.toMillis() < 1000) {
      throw new IllegalArgumentException("--window must be at least a second");
    }
  }

  /** The port of a service, by its distance from the base; 0 for a free one. */
  int port(int distance) {
    return portBase == 0 ? 0 : portBase + distance;
  }
}
