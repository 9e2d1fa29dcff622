package io.creditstream.drift.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.drift.Bundles;
import io.creditstream.drift.measurement.Population;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReferenceFeedTest {

  private static final TopicPartition MODELS = new TopicPartition(Topics.MODELS.name(), 0);

  private final AvroSerde<ModelBundle> serde =
      new AvroSerde<>(ModelBundle.class, new InMemorySchemaRegistryClient());
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
  private final Bundle bundle = Bundles.of(new Population(1, 500, 1), "one");
  private final ReferenceFeed feed =
      new ReferenceFeed(consumer, serde.deserializer(), new ReferenceModels());

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
    consumer.updateBeginningOffsets(Map.of(MODELS, 0L));
    consumer.updateEndOffsets(Map.of(MODELS, (long) values.length));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < values.length; i++) {
            consumer.addRecord(new ConsumerRecord<>(MODELS.topic(), 0, i, new byte[0], values[i]));
          }
        });
  }
}
