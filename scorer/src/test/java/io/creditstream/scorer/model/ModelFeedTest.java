package io.creditstream.scorer.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.TestBundles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ModelFeedTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.MODELS.name(), 0);

  private final AvroSerde<ModelBundle> serde =
      new AvroSerde<>(ModelBundle.class, new InMemorySchemaRegistryClient());
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final ActiveModel active = new ActiveModel();
  private final ActiveModel challenger = new ActiveModel();
  private final CountingMetrics metrics = new CountingMetrics();
  private final AtomicInteger firsts = new AtomicInteger();
  private final AtomicInteger silences = new AtomicInteger();

  @Test
  void shouldTakeTheNewestSoundChampionOfWhatIsThere() {
    given(
        record(0, "champion", sound()),
        record(1, "challenger", bad()),
        record(2, "champion", bad()));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await().until(() -> active.current().isPresent());
      Awaitility.await().until(() -> metrics.events().contains("refused challenger"));
    }

    assertThat(metrics.events())
        .containsExactly(
            "refused champion",
            "active champion " + TestBundles.shared().manifest().version(),
            "refused challenger");
  }

  @Test
  void shouldTakeTheChampionBeforeThatWasArchivedWhereTheTopicHoldsARefusedOneAlone() {
    given(
        record(0, "archive:0:before", bad()),
        record(1, "archive:1:serving", sound()),
        record(2, "archive:2:removed", null),
        record(3, "champion", bad()));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await().until(() -> firsts.get() == 1);
    }

    assertThat(metrics.events())
        .containsExactly(
            "refused champion", "active champion " + TestBundles.shared().manifest().version());
  }

  @Test
  void shouldTakeNoArchivedChampionForOneThatWasWithdrawnOrNeverThere() {
    given(
        record(0, "archive:1:before", sound()),
        record(1, "champion", null),
        record(2, "challenger", sound()));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await().until(() -> challenger.current().isPresent());
    }

    assertThat(active.current()).isEmpty();
    assertThat(metrics.events()).noneMatch(event -> event.startsWith("active champion"));
  }

  @Test
  void shouldTakeTheChallengerApartFromTheChampion() {
    given(
        record(0, "challenger", sound()),
        record(1, "champion", sound()),
        record(2, "challenger", bad()),
        record(3, "champion-before", sound()));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await().until(() -> challenger.current().isPresent());
    }

    String version = TestBundles.shared().manifest().version();
    assertThat(metrics.events())
        .containsExactly(
            "active champion " + version, "refused challenger", "active challenger " + version);
  }

  @Test
  void shouldTakeNoChallengerThatWasWithdrawn() {
    given(
        record(0, "challenger", sound()),
        record(1, "challenger", null),
        record(2, "champion", sound()));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await().until(() -> metrics.events().contains("withdrawn challenger"));
    }

    assertThat(challenger.current()).isEmpty();
    assertThat(firsts).hasValue(1);
  }

  @Test
  void shouldSurviveErrorsOfTheBroker() {
    given(record(0, "champion", sound()));
    consumer.setPollException(new KafkaException("broken"));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> active.current().isPresent());
    }
  }

  @Test
  void shouldWaitForBrokersThatDoNotTellWhetherAChallengerMayWrite() {
    silences.set(1);
    given(record(0, "challenger", sound()));

    try (ModelFeed feed = feed()) {
      feed.start();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> challenger.current().isPresent());
    }

    assertThat(metrics.events())
        .containsExactly("active challenger " + TestBundles.shared().manifest().version());
  }

  private void answer() {
    if (silences.getAndDecrement() > 0) {
      throw new TimeoutException("no answer");
    }
  }

  @SafeVarargs
  private void given(ConsumerRecord<byte[], byte[]>... records) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) records.length));
    consumer.schedulePollTask(
        () -> {
          for (ConsumerRecord<byte[], byte[]> record : records) {
            consumer.addRecord(record);
          }
        });
  }

  private ModelFeed feed() {
    Refusals refusals = new Refusals(InstantSource.system());
    return new ModelFeed(
        consumer,
        serde.deserializer(),
        new BundleGate(ModelEngine.COMPILED),
        List.of(
            ModelSlot.of(ModelRole.CHAMPION, active, refusals, metrics),
            new ModelSlot(ModelRole.CHALLENGER, challenger, this::answer, refusals, metrics)),
        firsts::incrementAndGet);
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String key, byte[] value) {
    return new ConsumerRecord<>(PARTITION.topic(), 0, offset, key.getBytes(UTF_8), value);
  }

  private static byte[] bad() {
    return new byte[] {0, 0, 0, 0, 9, 9};
  }

  private byte[] sound() {
    return serde
        .serializer()
        .serialize(Topics.MODELS.name(), TestBundles.event(TestBundles.shared()));
  }
}
