package io.creditstream.cluster;

import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A running Kafka node of this process. */
final class KafkaNode implements AutoCloseable {

  private final KafkaRaftServer server;

  private KafkaNode(KafkaRaftServer server) {
    this.server = server;
  }

  /**
   * Starts a node whose directory is formatted and locked and whose ports are free; returns when it
   * serves.
   */
  static KafkaNode start(NodeSpec node, Map<String, String> properties) {
    try {
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
      KafkaNode started = new KafkaNode(server);
      try {
        server.startup();
      } catch (Throwable e) {
        started.close();
        throw e;
      }
      return started;
    } catch (Exception e) {
      throw new LocalClusterException(
          "node "
              + node.id()
              + " of the Kafka cluster in "
              + node.directory().toAbsolutePath()
              + " cannot start: "
              + e.getMessage(),
          e);
    }
  }

  /** Stops the node and waits until it has. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
