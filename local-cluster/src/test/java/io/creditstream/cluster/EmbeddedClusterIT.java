package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {

  @TempDir private Path directory;

  @Test
  void shouldGoOnWithOneOfThreeBrokersStoppedAndTakeItBack() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(ClusterOptions.in(directory, 3))) {
      KafkaClients clients = new KafkaClients(cluster.bootstrapServers());
      clients.createTopic("t", 3, 3);
      clients.send("t", "a", "b");

      cluster.stopBroker(2);

      assertThat(cluster.runningBrokers()).containsExactly(1, 3);
      clients.send("t", "c");
      clients.sendInTransaction("t", true, "d");
      assertThat(clients.read("t", "g", 4)).containsExactlyInAnyOrder("a", "b", "c", "d");

      cluster.startBroker(2);

      assertThat(cluster.runningBrokers()).containsExactly(1, 2, 3);
      await().atMost(Duration.ofSeconds(30)).until(() -> leastInSync(clients) == 3);
    }
  }

  @Test
  void shouldKeepRecordsAcrossRestartsWithThreeControllers() throws Exception {
    ClusterOptions options = new ClusterOptions(directory, 2, 3, Map.of());
    try (EmbeddedCluster cluster = EmbeddedCluster.start(options)) {
      KafkaClients clients = new KafkaClients(cluster.bootstrapServers());
      clients.createTopic("t", 2, 2);
      clients.send("t", "a");
    }

    try (EmbeddedCluster cluster = EmbeddedCluster.start(options)) {
      KafkaClients clients = new KafkaClients(cluster.bootstrapServers());

      assertThat(clients.read("t", "g", 1)).containsExactly("a");
    }
  }

  @Test
  void shouldKnowItsBrokers() {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(ClusterOptions.in(directory, 1))) {
      cluster.startBroker(1);

      assertThatIllegalArgumentException().isThrownBy(() -> cluster.stopBroker(1001));
      assertThat(cluster.runningBrokers()).containsExactly(1);
    }
  }

  private static int leastInSync(KafkaClients clients) throws Exception {
    try (Admin admin = clients.admin()) {
      return admin.describeTopics(List.of("t")).allTopicNames().get().get("t").partitions().stream()
          .mapToInt(partition -> partition.isr().size())
          .min()
          .orElse(0);
    }
  }
}
