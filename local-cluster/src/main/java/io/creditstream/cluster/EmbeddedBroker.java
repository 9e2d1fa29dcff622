package io.creditstream.cluster;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft) in this process, on the loopback interface alone, with a directory
 * that outlives it. One node is broker and controller; every replication factor is 1, topics are
 * not made by themselves, and records may have 32 MiB.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int NODE_ID = 1;

  private final NodeSpec spec;
  private final FurtherListeners further;
  private final String clusterId;
  private final DirectoryLock lock;
  private final KafkaNode node;

  private EmbeddedBroker(
      NodeSpec spec,
      FurtherListeners further,
      String clusterId,
      DirectoryLock lock,
      KafkaNode node) {
    this.spec = spec;
    this.further = further;
    this.clusterId = clusterId;
    this.lock = lock;
    this.node = node;
  }

  /**
   * Starts a broker; returns when it serves.
   *
   * @throws LocalClusterException if the directory is in use or not writable, or the port is taken
   */
  public static EmbeddedBroker start(BrokerOptions options) {
    DirectoryLock lock = DirectoryLock.take(options.directory());
    try {
      return start(options, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedBroker start(BrokerOptions options, DirectoryLock lock) {
    NodeSpec spec;
    String clusterId;
    FurtherListeners further = FurtherListeners.onFreePorts(options.listeners());
    try (LoopbackPort clients = LoopbackPort.hold(options.port());
        LoopbackPort metadata = LoopbackPort.hold(0)) {
      Map<NodeRole, Integer> ports =
          Map.of(NodeRole.BROKER, clients.number(), NodeRole.CONTROLLER, metadata.number());
      spec = NodeSpec.of(NODE_ID, options.directory(), ports);
      clusterId = NodeStorage.clusterId(spec).orElseGet(() -> Uuid.randomUuid().toString());
      NodeStorage.format(spec, clusterId);
    }
    NodeProperties properties = new NodeProperties(List.of(spec), options.properties());
    KafkaNode node = KafkaNode.start(spec, further.addTo(properties.of(spec)));
    LOG.atInfo().addKeyValue("address", spec.address(NodeRole.BROKER)).log("broker.started");
    return new EmbeddedBroker(spec, further, clusterId, lock, node);
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return spec.address(NodeRole.BROKER);
  }

  /** What clients of a further listener take as {@code bootstrap.servers}. */
  public String bootstrapServers(String listener) {
    return further.address(listener);
  }

  /** The id of the cluster; the directory keeps it. */
  public String clusterId() {
    return clusterId;
  }

  /** Stops the broker, with everything on disk, and frees the directory. */
  @Override
  public void close() {
    try (lock) {
      node.close();
    }
    LOG.atInfo().log("broker.stopped");
  }
}
