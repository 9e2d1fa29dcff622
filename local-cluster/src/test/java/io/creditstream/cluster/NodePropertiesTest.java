package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class NodePropertiesTest {

  private static final Path DIRECTORY = Path.of("data");

  private final NodeSpec single =
      NodeSpec.of(1, DIRECTORY, Map.of(NodeRole.BROKER, 9092, NodeRole.CONTROLLER, 9093));

  @Test
  void shouldAdvertiseTheLoopbackInterfaceAlone() {
    Map<String, String> properties = new NodeProperties(List.of(single), Map.of()).of(single);

    assertThat(properties)
        .containsEntry("process.roles", "broker,controller")
        .containsEntry("listeners", "PLAIN://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
        .containsEntry("advertised.listeners", properties.get("listeners"))
        .containsEntry("controller.quorum.voters", "1@127.0.0.1:9093");
  }

  @Test
  void shouldReplicateOnceOnSingleNode() {
    Map<String, String> properties = new NodeProperties(List.of(single), Map.of()).of(single);

    assertThat(properties)
        .containsEntry("transaction.state.log.replication.factor", "1")
        .containsEntry("transaction.state.log.min.isr", "1");
  }

  @Test
  void shouldReplicateAtMostThreeTimes() {
    List<NodeSpec> nodes =
        List.of(
            NodeSpec.of(1001, DIRECTORY, Map.of(NodeRole.CONTROLLER, 1)),
            NodeSpec.of(1, DIRECTORY, Map.of(NodeRole.BROKER, 2)),
            NodeSpec.of(2, DIRECTORY, Map.of(NodeRole.BROKER, 3)),
            NodeSpec.of(3, DIRECTORY, Map.of(NodeRole.BROKER, 4)),
            NodeSpec.of(4, DIRECTORY, Map.of(NodeRole.BROKER, 5)));

    Map<String, String> properties = new NodeProperties(nodes, Map.of()).of(nodes.get(1));

    assertThat(properties)
        .containsEntry("offsets.topic.replication.factor", "3")
        .containsEntry("min.insync.replicas", "2")
        .containsEntry("process.roles", "broker")
        .containsEntry("controller.quorum.voters", "1001@127.0.0.1:1");
    nodes.forEach(
        node ->
            assertThatCode(
                    () -> new KafkaConfig(new NodeProperties(nodes, Map.of()).of(node), false))
                .doesNotThrowAnyException());
  }

  @Test
  void shouldLetOverridesWin() {
    Map<String, String> overrides = Map.of("num.io.threads", "9");

    assertThat(new NodeProperties(List.of(single), overrides).of(single))
        .containsEntry("num.io.threads", "9");
  }
}
