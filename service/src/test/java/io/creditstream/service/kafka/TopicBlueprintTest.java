package io.creditstream.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicBlueprintTest {

  @Test
  void shouldKeepEventsForever() {
    NewTopic events = TopicBlueprint.of(Topics.APPLICATIONS, 3, (short) 1);

    assertThat(events.numPartitions()).isEqualTo(3);
    assertThat(events.configs())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1")
        .containsEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
  }

  @Test
  void shouldKeepTheNewestModelOfEachRole() {
    NewTopic models = TopicBlueprint.of(Topics.MODELS, 1, (short) 1);

    assertThat(models.configs())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("max.message.bytes", Integer.toString(64 << 20));
  }

  @Test
  void shouldLeaveRoomForHeadersInDeadLetters() {
    NewTopic deadLetters = TopicBlueprint.deadLetters(Topics.APPLICATIONS, 3, (short) 1);

    assertThat(deadLetters.name()).isEqualTo("credit.applications.v1.dlq");
    assertThat(Integer.parseInt(deadLetters.configs().get("max.message.bytes")))
        .isGreaterThan((1 << 20) + 100_000);
  }
}
