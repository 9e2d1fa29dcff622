package io.creditstream.trainer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.features.bundle.SigningKey;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.trainer.TestTraining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {

  private static final TopicPartition MODELS = new TopicPartition(Topics.MODELS.name(), 0);

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final ModelPublisher publisher =
      new ModelPublisher(producer, registry, TestTraining.CLOCK);

  @Test
  void shouldKeepTheChampionBeforeItIsReplaced() {
    Bundle first = TestBundles.of(1, 0);
    Bundle second = TestBundles.of(2, 0);
    publish(first, Optional.empty());

    Promotion.Done done = publish(second, Optional.empty());

    assertThat(keys()).containsExactly("champion", archive(first), "champion");
    assertThat(producer.history().get(1).value()).isEqualTo(producer.history().get(0).value());
    assertThat(done.record()).containsEntry("creditstream.previous-version", version(first));
  }

  @Test
  void shouldGoBackOneChampionFurtherEachTime() {
    Bundle first = TestBundles.of(1, 0);
    Bundle second = TestBundles.of(2, 0);
    Bundle third = TestBundles.of(3, 0);
    List.of(first, second, third).forEach(bundle -> publish(bundle, Optional.empty()));

    assertThat(version(promotion().rollBack(Optional.empty()).bundle())).isEqualTo(version(second));
    assertThat(version(promotion().rollBack(Optional.empty()).bundle())).isEqualTo(version(first));
    assertThatThrownBy(() -> promotion().rollBack(Optional.empty()))
        .hasMessageContaining("no champion before")
        .hasMessageContaining(version(third));
    assertThat(version(promotion().rollBack(Optional.of(version(third))).bundle()))
        .isEqualTo(version(third));
  }

  @Test
  void shouldNotForgetTheChampionBeforeIfTheSameModelIsPublishedAgain() {
    Bundle first = TestBundles.of(1, 0);
    Bundle second = TestBundles.of(2, 0);
    List.of(first, second, second).forEach(bundle -> publish(bundle, Optional.empty()));

    assertThat(version(promotion().rollBack(Optional.empty()).bundle())).isEqualTo(version(first));
  }

  @Test
  void shouldKeepAModelWithEachOfItsPolicies() {
    Bundle lenient = TestBundles.of(1, 0);
    Bundle strict = lenient.with(new Policy("strict", 0.085, 0.09));
    Bundle other = TestBundles.of(2, 0);
    List.of(lenient, strict, other).forEach(bundle -> publish(bundle, Optional.empty()));

    assertThat(models().bundles(lenient.manifest().modelSha256()))
        .extracting(bundle -> bundle.policy().version())
        .containsExactly("strict", "threshold-1");
    assertThat(policy(promotion().rollBack(Optional.empty()))).isEqualTo("strict");
    Promotion.Done back = promotion().rollBack(Optional.empty());
    assertThat(policy(back)).isEqualTo("threshold-1");
    assertThat(back.notes())
        .containsExactly(
            "it takes the place of model %s:%s (policy strict)"
                .formatted(version(strict), digest(strict).substring(0, 12)));
    assertThatThrownBy(() -> promotion().rollBack(Optional.of("nothing")))
        .hasMessageContaining(version(strict) + ":" + digest(strict).substring(0, 12))
        .hasMessageContaining("(policy strict)");
    String name = version(strict) + ":" + digest(strict).substring(0, 12);
    assertThat(policy(promotion().rollBack(Optional.of(name)))).isEqualTo("strict");
  }

  @Test
  void shouldGoBackToChampionsThatAnEarlierReleaseKept() {
    Bundle first = TestBundles.of(1, 0);
    Bundle second = TestBundles.of(2, 0);
    List.of(first, second).forEach(bundle -> publish(bundle, Optional.empty()));
    ProducerRecord<byte[], byte[]> kept = producer.history().get(1);
    producer.clear();
    producer.send(
        new ProducerRecord<>(
            MODELS.topic(), ("archive:" + version(first)).getBytes(UTF_8), kept.value()));
    publisher.publish(
        ModelRole.CHAMPION,
        second,
        Map.of("creditstream.previous-version", version(first)),
        Optional.empty());

    assertThat(version(promotion().rollBack(Optional.empty()).bundle())).isEqualTo(version(first));
  }

  @Test
  void shouldSignWhatItPublishesAndKeepTheSignatureWhenItGoesBackWithoutTheKey(
      @TempDir Path directory) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path key = directory.resolve("key.pem");
    Files.writeString(
        key,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
    ModelPublisher signing =
        new ModelPublisher(
            producer, registry, TestTraining.CLOCK, Optional.of(SigningKey.read(key)));
    for (int variant = 1; variant <= 2; variant++) {
      new Promotion(models(), signing, PromotionGate.standard())
          .publish(ModelRole.CHAMPION, TestBundles.of(variant, 0), Optional.empty());
    }

    promotion().rollBack(Optional.empty());

    ModelBundle event = models().of(ModelRole.CHAMPION).orElseThrow().event();
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(pair.getPublic());
    verifier.update(event.getBundle());
    assertThat(event.getVersion()).isEqualTo(version(TestBundles.of(1, 0)));
    assertThat(verifier.verify(event.getSignature().array())).isTrue();
  }

  @Test
  void shouldRecordWhyAModelWasForcedInRecordAndBundle() {
    Bundle untold = TestBundles.of(1, Map.of());

    assertThatThrownBy(() -> publish(untold, Optional.empty()))
        .isInstanceOf(PromotionRefusedException.class)
        .hasMessageContaining("with policy threshold-1 is not published")
        .hasMessageContaining("--force");
    assertThat(producer.history()).isEmpty();
    Promotion.Done done = publish(untold, Optional.of("needed for the trial"));

    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(new String(sent.headers().lastHeader("creditstream.forced").value(), UTF_8))
        .isEqualTo("needed for the trial");
    assertThat(sent.headers().lastHeader("creditstream.objections")).isNotNull();
    assertThat(done.bundle().documents().text(Promotion.RECORD)).contains("needed for the trial");
    assertThat(done.bundle().manifest().modelSha256()).isEqualTo(untold.manifest().modelSha256());
  }

  @Test
  void shouldNotTakeAnUnreadableChampionForNone() {
    producer.send(
        new ProducerRecord<>(MODELS.topic(), "champion".getBytes(UTF_8), new byte[] {9, 9}));

    assertThatThrownBy(() -> publish(TestBundles.of(1, 0), Optional.empty()))
        .isInstanceOf(PromotionRefusedException.class)
        .hasMessageContaining("cannot be read");
    publish(TestBundles.of(1, 0), Optional.of("the present one is broken"));
    assertThat(keys()).containsExactly("champion", "champion");
  }

  @Test
  void shouldKeepTheLastTenChampionsAlone() {
    IntStream.rangeClosed(1, 13)
        .forEach(variant -> publish(TestBundles.of(variant, 0), Optional.empty()));

    assertThat(models().archived()).hasSize(10);
  }

  private Promotion.Done publish(Bundle bundle, Optional<String> force) {
    return promotion().publish(ModelRole.CHAMPION, bundle, force);
  }

  private Promotion promotion() {
    return new Promotion(models(), publisher, PromotionGate.standard());
  }

  /** What a reader finds of all that was sent so far. */
  private PublishedModels models() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updateBeginningOffsets(Map.of(MODELS, 0L));
    consumer.updateEndOffsets(Map.of(MODELS, (long) producer.history().size()));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < producer.history().size(); i++) {
            ProducerRecord<byte[], byte[]> sent = producer.history().get(i);
            consumer.addRecord(
                new ConsumerRecord<>(
                    MODELS.topic(),
                    0,
                    i,
                    i,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    sent.key(),
                    sent.value(),
                    new RecordHeaders(sent.headers()),
                    Optional.empty()));
          }
        });
    return PublishedModels.read(consumer, registry);
  }

  private List<String> keys() {
    return producer.history().stream().map(sent -> new String(sent.key(), UTF_8)).toList();
  }

  private static String policy(Promotion.Done done) {
    return done.bundle().policy().version();
  }

  private static String version(Bundle bundle) {
    return bundle.manifest().version();
  }

  private static String digest(Bundle bundle) {
    return Sha256.hex(BundleArchive.toBytes(bundle));
  }

  private static String archive(Bundle bundle) {
    return ModelRole.ARCHIVE + version(bundle) + ":" + digest(bundle);
  }
}
