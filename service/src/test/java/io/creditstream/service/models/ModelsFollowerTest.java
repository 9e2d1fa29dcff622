package io.creditstream.service.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ModelsFollowerTest {

  private static final TopicPartition MODELS = new TopicPartition(Topics.MODELS.name(), 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Long> offsets = new CopyOnWriteArrayList<>();
  private final ModelsFollower follower =
      new ModelsFollower("follower", consumer, Duration.ofMillis(10), this::follow);

  @Test
  void shouldReadFromTheBeginningUntilClosed() {
    consumer.updateBeginningOffsets(Map.of(MODELS, 4L));
    consumer.updateEndOffsets(Map.of(MODELS, 6L));
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(4));
          consumer.addRecord(record(5));
        });

    follower.start();
    Awaitility.await().until(() -> offsets.size() == 2);
    follower.close();

    assertThat(offsets).containsExactly(4L, 5L);
    assertThat(follower.isOpen()).isFalse();
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void shouldEndAPauseWhenClosed() {
    consumer.updateBeginningOffsets(Map.of(MODELS, 0L));
    consumer.setPollException(new KafkaException("broken"));

    follower.start();
    Awaitility.await().until(() -> offsets.contains(-1L));
    follower.close();

    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void shouldNoLongerBeAliveAfterAnUnexpectedFailure() {
    consumer.updateBeginningOffsets(Map.of(MODELS, 0L));
    ModelsFollower failing =
        new ModelsFollower(
            "failing",
            consumer,
            Duration.ofMillis(10),
            () -> {
              throw new IllegalStateException();
            });
    assertThat(failing.liveness().problem().get()).isEmpty();

    failing.start();

    Awaitility.await().until(() -> failing.liveness().problem().get().isPresent());
    assertThat(failing.liveness().problem().get().orElseThrow()).contains("IllegalStateException");
    failing.close();
  }

  @Test
  void shouldStayAliveWhenClosed() {
    consumer.updateBeginningOffsets(Map.of(MODELS, 0L));
    follower.start();

    follower.close();

    assertThat(follower.liveness().problem().get()).isEmpty();
  }

  @Test
  void shouldCloseTheConsumerThoughItNeverBegan() {
    follower.close();

    assertThat(consumer.closed()).isTrue();
  }

  private void follow() throws InterruptedException {
    while (follower.isOpen()) {
      try {
        follower.poll().forEach(record -> offsets.add(record.offset()));
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException e) {
        offsets.add(-1L);
        follower.pause(e);
      }
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset) {
    return new ConsumerRecord<>(MODELS.topic(), 0, offset, new byte[0], new byte[0]);
  }
}
