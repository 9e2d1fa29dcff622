package io.creditstream.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One Kafka node.
 *
 * @param id id of the node in its cluster
 * @param directory where the node keeps everything
 * @param ports the port of each role that the node plays
 */
record NodeSpec(int id, Path directory, SortedMap<NodeRole, Integer> ports) {

  NodeSpec {
    ports = new TreeMap<>(ports);
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("ports: a node without a role");
    }
  }

  static NodeSpec of(int id, Path directory, Map<NodeRole, Integer> ports) {
    return new NodeSpec(id, directory, new TreeMap<>(ports));
  }

  boolean plays(NodeRole role) {
    return ports.containsKey(role);
  }

  /** Host and port of a role. */
  String address(NodeRole role) {
    Integer port = ports.get(role);
    if (port == null) {
      throw new IllegalStateException("node " + id + " is no " + role.process());
    }
    return LoopbackPort.HOST + ":" + port;
  }

  /** Where Kafka's own files lie. */
  Path logDirectory() {
    return directory.resolve("kafka");
  }
}
