package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerIT {

  @TempDir private Path directory;

  @Test
  void shouldLeaveTheDirectoryToItsProcessUntilThatIsKilled() throws Exception {
    try (BrokerProcess other = BrokerProcess.start(directory)) {
      KafkaClients clients = new KafkaClients(other.bootstrapServers());
      clients.createTopic("t", 1, 1);
      clients.send("t", "a", "b");

      assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.in(directory)))
          .isInstanceOf(LocalClusterException.class)
          .hasMessage(
              "directory %s is in use by process %d: stop it, or choose another directory",
              directory, other.pid());

      other.kill();
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory))) {
      KafkaClients clients = new KafkaClients(broker.bootstrapServers());
      clients.sendInTransaction("t", true, "c");

      assertThat(clients.read("t", "g", 3)).containsExactly("a", "b", "c");
    }
  }
}
