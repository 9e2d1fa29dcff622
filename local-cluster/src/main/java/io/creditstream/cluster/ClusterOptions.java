package io.creditstream.cluster;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run a cluster of several nodes.
 *
 * @param directory where all nodes keep everything; made if it is missing, used again if it is not
 * @param brokers number of brokers
 * @param controllers number of controllers, odd
 * @param properties settings of a Kafka node that win over the usual ones
 */
public record ClusterOptions(
    Path directory, int brokers, int controllers, Map<String, String> properties) {

  public ClusterOptions {
    if (brokers < 1) {
      throw new IllegalArgumentException("brokers must be at least 1: " + brokers);
    }
    if (controllers < 1 || controllers % 2 == 0) {
      throw new IllegalArgumentException("controllers must be odd: " + controllers);
    }
    properties = Map.copyOf(properties);
  }

  /** This many brokers and one controller. */
  public static ClusterOptions in(Path directory, int brokers) {
    return new ClusterOptions(directory, brokers, 1, Map.of());
  }

  /** The same with these settings of a Kafka node in place of the former ones. */
  public ClusterOptions withProperties(Map<String, String> settings) {
    return new ClusterOptions(directory, brokers, controllers, settings);
  }
}
