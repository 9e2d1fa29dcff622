package io.creditstream.drift.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.Bundles;
import io.creditstream.drift.measurement.Population;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ReferenceFeedTest {

  private static final TopicPartition MODELS = new TopicPartition(Topics.MODELS.name(), 0);
  private static final TopicPartition REFERENCES =
      new TopicPartition(Topics.DRIFT_REFERENCES.name(), 0);

  private final AvroSerde<ModelBundle> serde =
      new AvroSerde<>(ModelBundle.class, new InMemorySchemaRegistryClient());
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
  private final MockConsumer<byte[], byte[]> kept =
      new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
  private final MockProducer<byte[], byte[]> keeper =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final Bundle bundle = Bundles.of(new Population(1, 500, 1), "one");
  private final ReferenceFeed feed =
      new ReferenceFeed(
          consumer,
          serde.deserializer(),
          new ReferenceArchive(kept, keeper, serde.serializer()),
          new ReferenceModels());

  @Test
  void shouldFindAPublishedModelPastRecordsThatAreNone() {
    byte[] sound = serde.serializer().serialize(Topics.MODELS.name(), Bundles.event(bundle));
    ModelBundle torn = Bundles.event(bundle);
    torn.getBundle().put(40, (byte) ~torn.getBundle().get(40));
    torn.setModelSha256("other");
    publish(
        new byte[] {1, 2, 3},
        serde.serializer().serialize(Topics.MODELS.name(), torn),
        null,
        sound);
    feed.start();

    assertThat(feed.find(bundle.manifest().modelSha256()))
        .hasValueSatisfying(
            model -> {
              assertThat(model.version()).isEqualTo(bundle.manifest().version());
              assertThat(model.layout().features()).hasSize(9);
            });
    feed.close();
    assertThat(keeper.history())
        .as("kept for good")
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo(Topics.DRIFT_REFERENCES.name());
              assertThat(record.key()).asString().isEqualTo(bundle.manifest().modelSha256());
              assertThat(record.value()).isEqualTo(sound);
            });
  }

  @Test
  void shouldFindAModelThatOnlyTheArchiveHolds() {
    publish();
    keep(serde.serializer().serialize(Topics.DRIFT_REFERENCES.name(), Bundles.event(bundle)));
    feed.start();

    assertThat(feed.find(bundle.manifest().modelSha256())).isPresent();
    feed.close();
    assertThat(keeper.history()).as("what is kept is not kept again").isEmpty();
  }

  @Test
  void shouldFindNoModelBeforeItIsKept() throws Exception {
    MockProducer<byte[], byte[]> refusing =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    ReferenceFeed waiting =
        new ReferenceFeed(
            consumer,
            serde.deserializer(),
            new ReferenceArchive(kept, refusing, serde.serializer()),
            new ReferenceModels());
    publish(serde.serializer().serialize(Topics.MODELS.name(), Bundles.event(bundle)));
    keep();
    waiting.start();
    CompletableFuture<Optional<ReferenceModel>> found =
        CompletableFuture.supplyAsync(() -> waiting.find(bundle.manifest().modelSha256()));

    await().until(() -> refusing.errorNext(new TimeoutException("no broker")));
    await().until(() -> refusing.history().size() == 2);
    boolean early = found.isDone();
    refusing.completeNext();

    assertThat(early).isFalse();
    assertThat(found.get(30, TimeUnit.SECONDS)).isPresent();
    waiting.close();
  }

  @Test
  void shouldSayInItsReadinessThatItMayNotKeepAModel() {
    MockProducer<byte[], byte[]> refusing =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    ReferenceFeed waiting =
        new ReferenceFeed(
            consumer,
            serde.deserializer(),
            new ReferenceArchive(kept, refusing, serde.serializer()),
            new ReferenceModels());
    publish(serde.serializer().serialize(Topics.MODELS.name(), Bundles.event(bundle)));
    keep();
    waiting.start();

    await()
        .until(
            () ->
                refusing.errorNext(
                    new TopicAuthorizationException(Set.of(Topics.DRIFT_REFERENCES.name()))));

    await()
        .untilAsserted(
            () ->
                assertThat(waiting.readiness().problem().get())
                    .contains(
                        "the reference of a model cannot be kept in credit.drift-references.v1"
                            + " (TopicAuthorizationException): give this application the rights"
                            + " that docs/security.md lists"));
    await().until(refusing::completeNext);
    await().until(() -> waiting.readiness().problem().get().isEmpty());
    waiting.close();
  }

  @Test
  void shouldSayThatAModelWasNeverPublished() {
    publish();
    feed.start();

    assertThat(feed.find("unknown")).isEmpty();
    assertThat(feed.find("unknown")).isEmpty();
    feed.close();
  }

  @Test
  void shouldNotJudgeWhenTheModelsCannotBeRead() {
    publish();
    feed.start();
    feed.close();

    assertThatThrownBy(() -> feed.find("unknown"))
        .isInstanceOf(ModelsUnavailableException.class)
        .hasMessageContaining("credit.models.v1");
  }

  private void publish(byte[]... values) {
    write(consumer, MODELS, values);
    write(kept, REFERENCES);
  }

  private void keep(byte[]... values) {
    write(kept, REFERENCES, values);
  }

  private static void write(
      MockConsumer<byte[], byte[]> topic, TopicPartition partition, byte[]... values) {
    topic.updateBeginningOffsets(Map.of(partition, 0L));
    topic.updateEndOffsets(Map.of(partition, (long) values.length));
    topic.schedulePollTask(
        () -> {
          for (int i = 0; i < values.length; i++) {
            topic.addRecord(new ConsumerRecord<>(partition.topic(), 0, i, new byte[0], values[i]));
          }
        });
  }
}
