package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members with stable names that end while their group is in a rebalance. */
class StaticMemberCloseIT {

  private static final String TOPIC = "topic";
  private static final String GROUP = "group";
  private static final CloseOptions REMAIN =
      CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP);

  @TempDir Path directory;

  @Test
  void shouldEndWithoutWaitingForAMemberThatIsAway() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(directory));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
      Consumer<byte[], byte[]> away = member(broker, "away");
      Consumer<byte[], byte[]> closing = member(broker, "closing");
      Awaitility.await("both in the group")
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                away.poll(Duration.ofMillis(100));
                closing.poll(Duration.ofMillis(100));
                return away.assignment().size() == 1 && closing.assignment().size() == 1;
              });
      away.close(REMAIN);
      closing.enforceRebalance("test");
      Awaitility.await("a rebalance")
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                closing.poll(Duration.ofMillis(100));
                return state(admin);
              },
              state -> state == GroupState.PREPARING_REBALANCE);

      closing.close(REMAIN);

      assertThat(state(admin))
          .as("the group still waits for the other one, whose session lasts")
          .isEqualTo(GroupState.PREPARING_REBALANCE);
    }
  }

  private static GroupState state(Admin admin) throws Exception {
    return admin
        .describeConsumerGroups(List.of(GROUP))
        .describedGroups()
        .get(GROUP)
        .get()
        .groupState();
  }

  /** Its session is shorter than the time for which a plain consumer waits when it is closed. */
  private static Consumer<byte[], byte[]> member(EmbeddedBroker broker, String name) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("group.id", GROUP);
    properties.put("group.instance.id", name);
    properties.put("session.timeout.ms", 20_000);
    properties.put("key.deserializer", ByteArrayDeserializer.class);
    properties.put("value.deserializer", ByteArrayDeserializer.class);
    properties.put("auto.offset.reset", "earliest");
    properties.put("enable.auto.commit", false);
    Consumer<byte[], byte[]> consumer = new FreshLagConsumer(properties, () -> false);
    consumer.subscribe(List.of(TOPIC));
    return consumer;
  }
}
