package io.creditstream.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to run a broker.
 *
 * @param directory where it keeps everything; made if it is missing, used again if it is not
 * @param port port for clients, 0 for a free one
 * @param properties settings of a Kafka broker that win over the usual ones
 * @param listeners names of further listeners, each on a free port; the properties say what they
 *     speak, by {@code listener.security.protocol.map}
 */
public record BrokerOptions(
    Path directory, int port, Map<String, String> properties, Set<String> listeners) {

  public BrokerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535: " + port);
    }
    properties = Map.copyOf(properties);
    listeners = Set.copyOf(listeners);
  }

  /** A broker on a free port. */
  public static BrokerOptions in(Path directory) {
    return new BrokerOptions(directory, 0, Map.of(), Set.of());
  }

  /** The same on this port. */
  public BrokerOptions withPort(int number) {
    return new BrokerOptions(directory, number, properties, listeners);
  }

  /** The same with these settings of a Kafka broker in place of the former ones. */
  public BrokerOptions withProperties(Map<String, String> settings) {
    return new BrokerOptions(directory, port, settings, listeners);
  }

  /** The same with a further listener. */
  public BrokerOptions withListener(String name) {
    Set<String> names = new TreeSet<>(listeners);
    names.add(name);
    return new BrokerOptions(directory, port, properties, names);
  }
}
