package io.creditstream.cluster.process;

import io.creditstream.cluster.ClusterOptions;
import io.creditstream.cluster.EmbeddedCluster;
import java.nio.file.Path;
import java.util.Map;

/** Clusters of three brokers on which a broker that stops tells nobody, as one that is killed. */
public final class MortalBrokers {

  private MortalBrokers() {}

  /**
   * Starts one. Offsets and transactions have three copies, and go on with two; other topics have
   * one unless whoever makes them says more.
   */
  public static EmbeddedCluster start(Path directory) {
    return EmbeddedCluster.start(
        ClusterOptions.in(directory, 3)
            .withProperties(
                Map.of(
                    "controlled.shutdown.enable", "false",
                    "default.replication.factor", "1",
                    "min.insync.replicas", "1")));
  }
}
