package io.creditstream.cluster;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka cluster of several nodes in this process, on the loopback interface alone: brokers with
 * ids from 1, which can be stopped and started one by one, and controllers of their own. Topics
 * have up to three replicas by default, all but one of them in sync.
 */
public final class EmbeddedCluster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);

  private final ClusterLayout layout;
  private final NodeProperties properties;
  private final DirectoryLock lock;
  private final Map<Integer, KafkaNode> running = new ConcurrentHashMap<>();

  private EmbeddedCluster(ClusterLayout layout, NodeProperties properties, DirectoryLock lock) {
    this.layout = layout;
    this.properties = properties;
    this.lock = lock;
  }

  /**
   * Starts a cluster; returns when all nodes serve.
   *
   * @throws LocalClusterException if the directory is in use or not writable
   */
  public static EmbeddedCluster start(ClusterOptions options) {
    DirectoryLock lock = DirectoryLock.take(options.directory());
    try {
      ClusterLayout layout = ClusterLayout.onFreePorts(options);
      layout.format(Uuid.randomUuid().toString());
      NodeProperties properties = new NodeProperties(layout.nodes(), options.properties());
      EmbeddedCluster cluster = new EmbeddedCluster(layout, properties, lock);
      cluster.startAll();
      LOG.atInfo().addKeyValue("brokers", options.brokers()).log("cluster.started");
      return cluster;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** What clients take as {@code bootstrap.servers}: all brokers, running or not. */
  public String bootstrapServers() {
    return layout.brokers().stream()
        .map(node -> node.address(NodeRole.BROKER))
        .collect(joining(","));
  }

  /** The ids of the brokers that run. */
  public SortedSet<Integer> runningBrokers() {
    SortedSet<Integer> ids = new TreeSet<>(running.keySet());
    layout.controllers().forEach(node -> ids.remove(node.id()));
    return ids;
  }

  /** Stops a broker after it gave its partitions away; does nothing if it is stopped. */
  public void stopBroker(int id) {
    layout.broker(id);
    KafkaNode node = running.remove(id);
    if (node != null) {
      node.close();
      LOG.atInfo().addKeyValue("broker", id).log("broker.stopped");
    }
  }

  /** Starts a stopped broker again at its old address; does nothing if it runs. */
  public void startBroker(int id) {
    NodeSpec spec = layout.broker(id);
    if (!running.containsKey(id)) {
      startNode(spec);
      LOG.atInfo().addKeyValue("broker", id).log("broker.started");
    }
  }

  /** Stops the brokers, then the controllers, and frees the directory. */
  @Override
  public void close() {
    try (lock) {
      stopAll(layout.brokers());
      stopAll(layout.controllers());
    }
    LOG.atInfo().log("cluster.stopped");
  }

  private void startAll() {
    try {
      Parallel.forEach(layout.nodes(), this::startNode);
    } catch (RuntimeException e) {
      stopAll(layout.nodes());
      throw e;
    }
  }

  private void startNode(NodeSpec spec) {
    running.put(spec.id(), KafkaNode.start(spec, properties.of(spec)));
  }

  private void stopAll(Collection<NodeSpec> specs) {
    List<KafkaNode> nodes =
        specs.stream()
            .map(NodeSpec::id)
            .filter(running::containsKey)
            .map(id -> running.remove(id))
            .toList();
    Parallel.forEach(nodes, KafkaNode::close);
  }
}
