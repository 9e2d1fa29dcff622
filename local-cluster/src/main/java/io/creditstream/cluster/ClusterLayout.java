package io.creditstream.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The nodes of a cluster: brokers with ids from 1, controllers with ids from 1001. */
record ClusterLayout(List<NodeSpec> nodes) {

  private static final int FIRST_BROKER = 1;
  private static final int FIRST_CONTROLLER = 1001;

  ClusterLayout {
    nodes = List.copyOf(nodes);
  }

  static ClusterLayout onFreePorts(ClusterOptions options) {
    List<LoopbackPort> held = new ArrayList<>();
    try {
      List<NodeSpec> nodes = new ArrayList<>();
      for (int i = 0; i < options.controllers(); i++) {
        nodes.add(node(options.directory(), NodeRole.CONTROLLER, FIRST_CONTROLLER + i, held));
      }
      for (int i = 0; i < options.brokers(); i++) {
        nodes.add(node(options.directory(), NodeRole.BROKER, FIRST_BROKER + i, held));
      }
      return new ClusterLayout(nodes);
    } finally {
      held.forEach(LoopbackPort::close);
    }
  }

  List<NodeSpec> brokers() {
    return select(node -> node.plays(NodeRole.BROKER));
  }

  List<NodeSpec> controllers() {
    return select(node -> node.plays(NodeRole.CONTROLLER));
  }

  NodeSpec broker(int id) {
    return select(node -> node.plays(NodeRole.BROKER) && node.id() == id).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no broker with id " + id));
  }

  /** Formats the nodes that are new; they join the cluster of those that are not. */
  void format(String newClusterId) {
    String clusterId =
        nodes.stream()
            .map(NodeStorage::clusterId)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(newClusterId);
    nodes.forEach(node -> NodeStorage.format(node, clusterId));
  }

  private List<NodeSpec> select(Predicate<NodeSpec> condition) {
    return nodes.stream().filter(condition).toList();
  }

  private static NodeSpec node(Path parent, NodeRole role, int id, List<LoopbackPort> held) {
    LoopbackPort port = LoopbackPort.hold(0);
    held.add(port);
    Path directory = parent.resolve(role.process() + "-" + id);
    return NodeSpec.of(id, directory, Map.of(role, port.number()));
  }
}
