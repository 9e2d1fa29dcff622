package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @TempDir private Path directory;

  @Test
  void shouldKeepRecordsOffsetsAndIdentityAcrossRestarts() throws Exception {
    String clusterId;
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory))) {
      clusterId = broker.clusterId();
      KafkaClients clients = new KafkaClients(broker.bootstrapServers());
      clients.createTopic("t", 1, 1);
      clients.send("t", "a", "b");
      assertThat(clients.read("t", "g", 1)).first().isEqualTo("a");
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory))) {
      KafkaClients clients = new KafkaClients(broker.bootstrapServers());
      clients.send("t", "c");

      assertThat(broker.clusterId()).isEqualTo(clusterId);
      assertThat(clients.read("t", "g", 1)).containsExactly("c");
      assertThat(clients.read("t", "other", 3)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void shouldShowCommittedTransactionsOnly() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory))) {
      KafkaClients clients = new KafkaClients(broker.bootstrapServers());
      clients.createTopic("t", 1, 1);

      clients.sendInTransaction("t", true, "a", "b");
      clients.sendInTransaction("t", false, "dropped");
      clients.sendInTransaction("t", true, "c");

      assertThat(clients.read("t", "g", 3)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void shouldTakeRecordAsLargeAsModelBundle() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory))) {
      KafkaClients clients = new KafkaClients(broker.bootstrapServers());
      clients.createTopic("t", 1, 1);
      String large = "x".repeat(30 * 1024 * 1024 / 2);

      clients.send("t", large);

      assertThat(clients.read("t", "g", 1)).containsExactly(large);
    }
  }

  @Test
  void shouldListenOnTheLoopbackInterfaceAndTheChosenPort() {
    int port;
    try (LoopbackPort free = LoopbackPort.hold(0)) {
      port = free.number();
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory).withPort(port))) {
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
    }
  }

  @Test
  void shouldApplyProperties() throws Exception {
    BrokerOptions options =
        BrokerOptions.in(directory).withProperties(Map.of("auto.create.topics.enable", "true"));

    try (EmbeddedBroker broker = EmbeddedBroker.start(options)) {
      KafkaClients clients = new KafkaClients(broker.bootstrapServers());

      clients.send("made-by-itself", "a");

      assertThat(clients.read("made-by-itself", "g", 1)).containsExactly("a");
    }
  }

  @Test
  void shouldRefusePortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      BrokerOptions options = BrokerOptions.in(directory).withPort(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedBroker.start(options))
          .isInstanceOf(LocalClusterException.class)
          .hasMessage(
              "port %d is in use: stop the program that listens on it, or choose another port",
              taken.getLocalPort());
    }
    EmbeddedBroker.start(BrokerOptions.in(directory)).close();
  }

  @Test
  void shouldRefuseDirectoryInUse() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory))) {
      assertThat(broker.bootstrapServers()).isNotEmpty();

      assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.in(directory)))
          .isInstanceOf(LocalClusterException.class)
          .hasMessageContaining(
              directory + " is in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void shouldRefuseDirectoryOfForeignCluster() throws Exception {
    Path kafka = Files.createDirectories(directory.resolve("kafka"));
    Files.writeString(
        kafka.resolve("meta.properties"), "version=1\ncluster.id=other\nnode.id=77\n");

    assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.in(directory)))
        .isInstanceOf(LocalClusterException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("choose another directory");
  }
}
