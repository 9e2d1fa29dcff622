package io.creditstream.cluster;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration of a node: small, on the loopback interface, quick to start. */
final class NodeProperties {

  /** Largest batch of records, in bytes: a model bundle is one record. */
  static final int MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

  private static final int INTERNAL_PARTITIONS = 4;

  /** Internal topics would otherwise forget the offsets of a group that rests for a week. */
  private static final int OFFSETS_RETENTION_MINUTES = 10 * 365 * 24 * 60;

  private final List<NodeSpec> nodes;
  private final Map<String, String> overrides;

  /**
   * @param nodes every node of the cluster
   * @param overrides settings that win over those of this class
   */
  NodeProperties(List<NodeSpec> nodes, Map<String, String> overrides) {
    this.nodes = List.copyOf(nodes);
    this.overrides = Map.copyOf(overrides);
  }

  Map<String, String> of(NodeSpec node) {
    Map<String, String> properties = new HashMap<>(identity(node));
    properties.putAll(replication());
    properties.putAll(size());
    properties.putAll(overrides);
    return properties;
  }

  private Map<String, String> identity(NodeSpec node) {
    String roles = node.ports().keySet().stream().map(NodeRole::process).collect(joining(","));
    String listeners =
        node.ports().keySet().stream()
            .map(role -> role.listener() + "://" + node.address(role))
            .collect(joining(","));
    return Map.of(
        "process.roles", roles,
        "node.id", Integer.toString(node.id()),
        "controller.quorum.voters", voters(),
        "listeners", listeners,
        "advertised.listeners", listeners,
        "listener.security.protocol.map", "PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name", NodeRole.BROKER.listener(),
        "controller.listener.names", NodeRole.CONTROLLER.listener(),
        "log.dirs", node.logDirectory().toString());
  }

  private String voters() {
    return nodes.stream()
        .filter(node -> node.plays(NodeRole.CONTROLLER))
        .map(node -> node.id() + "@" + node.address(NodeRole.CONTROLLER))
        .collect(joining(","));
  }

  private Map<String, String> replication() {
    long brokers = nodes.stream().filter(node -> node.plays(NodeRole.BROKER)).count();
    String replicas = Long.toString(Math.min(brokers, 3));
    String inSync = Long.toString(Math.max(1, Math.min(brokers, 3) - 1));
    return Map.of(
        "default.replication.factor", replicas,
        "min.insync.replicas", inSync,
        "offsets.topic.replication.factor", replicas,
        "transaction.state.log.replication.factor", replicas,
        "transaction.state.log.min.isr", inSync,
        "share.coordinator.state.topic.replication.factor", replicas,
        "share.coordinator.state.topic.min.isr", inSync);
  }

  private static Map<String, String> size() {
    Map<String, String> size = new HashMap<>();
    size.put("auto.create.topics.enable", "false");
    size.put("group.initial.rebalance.delay.ms", "0");
    size.put("group.streams.initial.rebalance.delay.ms", "0");
    size.put("offsets.topic.num.partitions", Integer.toString(INTERNAL_PARTITIONS));
    size.put("transaction.state.log.num.partitions", Integer.toString(INTERNAL_PARTITIONS));
    size.put("offsets.retention.minutes", Integer.toString(OFFSETS_RETENTION_MINUTES));
    // A node that was killed registers again only when its old session has ended.
    size.put("broker.heartbeat.interval.ms", "500");
    size.put("broker.session.timeout.ms", "3000");
    size.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    size.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    size.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    size.put("num.network.threads", "2");
    size.put("num.io.threads", "4");
    return size;
  }
}
