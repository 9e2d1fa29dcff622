package io.creditstream.trainer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleException;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.model.ModelRefusedException;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.trainer.TestTraining;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ModelPublisherTest {

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final ModelPublisher publisher =
      new ModelPublisher(producer, registry, TestTraining.CLOCK);

  @Test
  void shouldPublishBundleThatReadersCanCheck() {
    Bundle bundle = TestTraining.bundle();

    publisher.publish(ModelRole.CHAMPION, bundle);
    publisher.publish(ModelRole.CHALLENGER, bundle);

    assertThat(producer.history())
        .extracting(sent -> new String(sent.key(), UTF_8))
        .containsExactly("champion", "challenger");
    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("credit.models.v1");
    ModelBundle event =
        new AvroDeserializer<>(ModelBundle.class, registry).deserialize(sent.topic(), sent.value());
    byte[] archive = new byte[event.getBundle().remaining()];
    event.getBundle().get(archive);
    assertThat(event.getVersion()).isEqualTo(bundle.manifest().version());
    assertThat(event.getModelSha256()).isEqualTo(Sha256.hex(bundle.modelText().getBytes(UTF_8)));
    assertThat(event.getBundleSha256()).isEqualTo(Sha256.hex(archive));
    assertThat(event.getPublishedAt()).isEqualTo(TestTraining.CLOCK.instant());
    assertThat(BundleArchive.fromBytes(archive).manifest()).isEqualTo(bundle.manifest());
  }

  @Test
  void shouldRefuseBundleWithAnotherModel() {
    Bundle sound = TestTraining.bundle();
    Bundle tampered =
        new Bundle(
            sound.manifest(),
            sound.modelText() + "\n",
            sound.dictionary(),
            sound.profile(),
            sound.policy(),
            sound.selfTest(),
            sound.summary());

    refuses(tampered, BundleException.class, "bundle part model.txt differs from its digest");
  }

  @Test
  void shouldRefuseBundleWithAnotherPolicy() {
    Bundle sound = TestTraining.bundle();
    Bundle tampered =
        new Bundle(
            sound.manifest(),
            sound.modelText(),
            sound.dictionary(),
            sound.profile(),
            new Policy("generous", 1, 1),
            sound.selfTest(),
            sound.summary());

    refuses(tampered, BundleException.class, "bundle part policy.json differs from its digest");
  }

  @Test
  void shouldRefuseModelThatAnswersOtherwiseThanWhenItWasTrained() {
    Bundle sound = TestTraining.bundle();
    SelfTest.Row row = sound.selfTest().rows().get(0);
    Bundle other =
        BundleParts.seal(
            sound.modelText(),
            sound.dictionary(),
            sound.profile(),
            sound.policy(),
            new SelfTest(
                List.of(new SelfTest.Row(row.features(), row.rawScore() + 1, row.contributions()))),
            sound.summary(),
            sound.manifest().createdAt());

    refuses(other, ModelRefusedException.class, "self-test row 0 gives another score");
  }

  @Test
  void shouldSayWhyItCouldNotPublish() {
    producer.sendException = new RecordTooLargeException("too large");

    assertThatThrownBy(() -> publisher.publish(ModelRole.CHAMPION, TestTraining.bundle()))
        .hasMessageContaining("too large");
  }

  @Test
  void shouldCloseItsProducer() {
    publisher.close();

    assertThat(producer.closed()).isTrue();
  }

  private void refuses(Bundle bundle, Class<? extends Exception> type, String reason) {
    assertThatThrownBy(() -> publisher.publish(ModelRole.CHAMPION, bundle))
        .isInstanceOf(type)
        .hasMessageStartingWith(reason)
        .message()
        .doesNotContain("\n");
    assertThat(producer.history()).isEmpty();
  }
}
