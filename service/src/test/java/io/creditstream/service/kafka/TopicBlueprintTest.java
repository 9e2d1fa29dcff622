package io.creditstream.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.deadletter.DeadLetterRecord;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicBlueprintTest {

  private static final TopicSettings THREE = new TopicSettings(3, (short) 1);

  @Test
  void shouldKeepEventsForever() {
    NewTopic events = TopicBlueprint.of(Topics.APPLICATIONS, THREE);

    assertThat(events.numPartitions()).isEqualTo(3);
    assertThat(events.configs())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1")
        .containsEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
  }

  @Test
  void shouldKeepTheNewestModelOfEachRole() {
    NewTopic models = TopicBlueprint.of(Topics.MODELS, THREE);

    assertThat(models.numPartitions()).isEqualTo(1);
    assertThat(models.configs())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("max.message.bytes", Integer.toString(64 << 20));
  }

  @Test
  void shouldTakeEveryDeadLetterHoweverItCompresses() {
    NewTopic deadLetters = TopicBlueprint.deadLetters(Topics.APPLICATIONS, THREE);

    assertThat(deadLetters.name()).isEqualTo("credit.applications.v1.dlq");
    assertThat(deadLetters.configs())
        .containsEntry("max.message.bytes", Integer.toString(DeadLetterRecord.MAX_BYTES));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4"})
  void shouldTakeARecordForWrittenOnceAllButOneCopyHaveIt(short copies, String inSync) {
    TopicSettings settings = new TopicSettings(3, copies);

    for (NewTopic topic :
        List.of(
            TopicBlueprint.of(Topics.DECISIONS, settings),
            TopicBlueprint.of(Topics.MODELS, settings),
            TopicBlueprint.deadLetters(Topics.APPLICATIONS, settings))) {
      assertThat(topic.replicationFactor()).isEqualTo(copies);
      assertThat(topic.configs()).containsEntry("min.insync.replicas", inSync);
    }
  }

  @Test
  void shouldLeaveCopiesToTheBrokersUnlessTold() {
    NewTopic topic = TopicBlueprint.of(Topics.DECISIONS, TopicSettings.defaults());

    assertThat(topic.replicationFactor()).isEqualTo((short) -1);
    assertThat(topic.configs()).doesNotContainKey("min.insync.replicas");
  }
}
