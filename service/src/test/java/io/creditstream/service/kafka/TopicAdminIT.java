package io.creditstream.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicAdminIT {

  private static final List<Topic<?>> TOPICS =
      List.of(Topics.APPLICATIONS, Topics.BUREAU_CREDITS, Topics.MODELS);
  private static final List<Topic<?>> INPUTS = List.of(Topics.APPLICATIONS);
  private static final TopicSettings THREE = new TopicSettings(3, (short) 1);

  @TempDir Path directory;
  private EmbeddedBroker broker;
  private Admin kafka;
  private TopicAdmin admin;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(BrokerOptions.in(directory));
    kafka = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    admin = new TopicAdmin(kafka);
  }

  @AfterEach
  void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void shouldCreateMissingTopicsInTheirForm() throws Exception {
    admin.ensure(TOPICS, INPUTS, THREE);

    assertThat(partitions("credit.applications.v1")).isEqualTo(3);
    assertThat(partitions("credit.bureau-credits.v1")).isEqualTo(3);
    assertThat(partitions("credit.models.v1")).isEqualTo(1);
    assertThat(partitions("credit.applications.v1.dlq")).isEqualTo(3);
    assertThat(kafka.listTopics().names().get()).hasSize(4);
  }

  @Test
  void shouldGiveMissingTopicsThePartitionsOfThoseThatExist() throws Exception {
    create("credit.bureau-credits.v1", 7);

    assertThat(admin.ensure(TOPICS, INPUTS, THREE)).isEqualTo(7);

    assertThat(partitions("credit.applications.v1")).isEqualTo(7);
    assertThat(partitions("credit.bureau-credits.v1")).isEqualTo(7);
  }

  @Test
  void shouldChangeNothingTheSecondTime() throws Exception {
    admin.ensure(TOPICS, INPUTS, THREE);

    admin.ensure(TOPICS, INPUTS, new TopicSettings(9, (short) 1));

    assertThat(partitions("credit.applications.v1")).isEqualTo(3);
  }

  @Test
  void shouldRefuseTopicsThatCannotBeJoinedNamingEach() throws Exception {
    create("credit.applications.v1", 4);
    create("credit.bureau-credits.v1", 6);

    assertThatThrownBy(() -> admin.ensure(TOPICS, INPUTS, THREE))
        .isInstanceOf(TopicException.class)
        .hasMessage(
            "topics joined by client have different numbers of partitions"
                + " {credit.applications.v1=4, credit.bureau-credits.v1=6}:"
                + " recreate them with the same number");
  }

  @Test
  void shouldRefuseATopicWhoseOrderNeedsOnePartition() throws Exception {
    create("credit.models.v1", 3);

    assertThatThrownBy(() -> admin.ensure(List.of(Topics.MODELS), List.of(), THREE))
        .isInstanceOf(TopicException.class)
        .hasMessage(
            "topic credit.models.v1 has 3 partitions, its order needs one: recreate it with one");
  }

  private void create(String topic, int partitions) throws Exception {
    kafka.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    Awaitility.await().until(() -> kafka.listTopics().names().get().contains(topic));
  }

  private int partitions(String topic) throws Exception {
    return kafka
        .describeTopics(List.of(topic))
        .topicNameValues()
        .get(topic)
        .get()
        .partitions()
        .size();
  }
}
