package io.creditstream.scorer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.features.bundle.SigningKey;
import io.creditstream.features.bundle.TestKeys;
import io.creditstream.features.bundle.VerificationKey;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.fixture.TestBundles;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInboxTest {

  private final AvroSerde<ModelBundle> serde =
      new AvroSerde<>(ModelBundle.class, new InMemorySchemaRegistryClient());
  private final ActiveModel active = new ActiveModel();
  private final CountingMetrics metrics = new CountingMetrics();
  private final Refusals refusals = new Refusals(() -> Instant.EPOCH);
  private final ModelInbox inbox = inbox(new BundleGate(ModelEngine.COMPILED));

  @BeforeEach
  void serveAnOldModel() {
    active.activate(FakeModels.linear("old"));
  }

  @Test
  void shouldActivateASoundChampion() {
    Bundle bundle = TestBundles.shared();

    assertThat(inbox.take(bytes(event -> {}), 0)).isTrue();

    assertThat(active.current().orElseThrow().sha256()).isEqualTo(bundle.manifest().modelSha256());
    assertThat(metrics.events()).containsExactly("active champion " + bundle.manifest().version());
  }

  @Test
  void shouldRunTheModelByTheEngineOfTheSettings() {
    for (ModelEngine engine : ModelEngine.values()) {
      inbox(new BundleGate(engine)).take(bytes(event -> {}), 0);

      assertThat(active.current().orElseThrow().engine()).isEqualTo(engine);
    }
  }

  @Test
  void shouldRefuseAFlippedByte() {
    refuses(
        event -> {
          byte[] archive = event.getBundle().array().clone();
          archive[archive.length / 2] ^= 1;
          event.setBundle(ByteBuffer.wrap(archive));
        });
  }

  @Test
  void shouldRefuseATruncatedArchiveWithTheRightDigest() {
    refuses(
        event -> {
          byte[] archive = event.getBundle().array();
          byte[] half = Arrays.copyOf(archive, archive.length / 2);
          event.setBundle(ByteBuffer.wrap(half));
          event.setBundleSha256(Sha256.hex(half));
        });
  }

  @Test
  void shouldRefuseABundlePublishedAsAnotherModel() {
    refuses(event -> event.setVersion("another"));
    refuses(event -> event.setModelSha256("00"));
  }

  @Test
  void shouldRefuseBytesThatAreNoEvent() {
    assertThat(inbox.take(new byte[] {1, 2, 3}, 7)).isFalse();

    assertStillOld();
    Refusal refusal = refusals.last().get(0);
    assertThat(refusal.offset()).isEqualTo(7);
    assertThat(refusal.bundleSha256()).isNull();
  }

  @Test
  void shouldTellWhatWasRefusedAndWhyTheNewestFirst() {
    inbox.take(bytes(event -> event.setBundleSha256("00")), 3);
    inbox.take(bytes(event -> event.setVersion("another")), 4);

    assertThat(refusals.last())
        .extracting(Refusal::version)
        .containsExactly("another", TestBundles.shared().manifest().version());
    assertThat(refusals.last().get(1))
        .isEqualTo(
            new Refusal(
                ModelRole.CHAMPION,
                Instant.EPOCH,
                3,
                TestBundles.shared().manifest().version(),
                "00",
                "the bundle differs from the digest it was published with"));
  }

  @Test
  void shouldTellOfTheLastTenRefusalsAlone() {
    for (int offset = 0; offset < 12; offset++) {
      inbox.take(new byte[] {1}, offset);
    }

    assertThat(refusals.last()).extracting(Refusal::offset).startsWith(11L, 10L).hasSize(10);
  }

  @Test
  void shouldServeOnWhenTheChampionIsWithdrawn() {
    assertThat(inbox.take(null, 0)).isFalse();

    assertThat(active.current().orElseThrow().version()).isEqualTo("old");
  }

  @Test
  void shouldRefuseAnotherOrderOfFeatures() {
    Bundle sound = TestBundles.shared();
    String[] lines = sound.modelText().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("feature_names=")) {
        List<String> names = Arrays.asList(lines[i].substring(14).split(" "));
        Collections.swap(names, 0, 1);
        lines[i] = "feature_names=" + String.join(" ", names);
      }
    }
    Bundle swapped =
        BundleParts.seal(
            String.join("\n", lines),
            sound.dictionary(),
            sound.profile(),
            sound.policy(),
            sound.selfTest(),
            sound.summary(),
            Instant.EPOCH);
    byte[] archive = BundleArchive.toBytes(swapped);

    refuses(
        event -> {
          event.setVersion(swapped.manifest().version());
          event.setModelSha256(swapped.manifest().modelSha256());
          event.setBundle(ByteBuffer.wrap(archive));
          event.setBundleSha256(Sha256.hex(archive));
        });
  }

  @Test
  void shouldWithdrawAChallengerByATombstone() {
    ModelInbox challenger =
        new ModelInbox(
            serde.deserializer(),
            new BundleGate(ModelEngine.COMPILED),
            ModelSlot.of(ModelRole.CHALLENGER, active, refusals, metrics));

    assertThat(challenger.take(null, 0)).isTrue();

    assertThat(active.current()).isEmpty();
    assertThat(metrics.events()).containsExactly("withdrawn challenger");
  }

  @Test
  void shouldNotRefuseWhatCannotBeToldYet() {
    ModelInbox waiting =
        new ModelInbox(
            (topic, bytes) -> {
              throw new RegistryUnavailableException("down");
            },
            new BundleGate(ModelEngine.COMPILED),
            ModelSlot.of(ModelRole.CHAMPION, active, refusals, metrics));

    assertThatThrownBy(() -> waiting.take(new byte[] {1}, 0))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThat(metrics.events()).isEmpty();
  }

  @Test
  void shouldTakeSignedBundlesAloneWhereAKeyIsConfigured(@TempDir Path directory) {
    TestKeys keys = TestKeys.in(directory);
    ModelInbox strict = inbox(keys.publicKey());
    Consumer<ModelBundle> sign = signedBy(keys);
    Consumer<ModelBundle> flip =
        event -> {
          byte[] signature = event.getSignature().array().clone();
          signature[10] ^= 1;
          event.setSignature(ByteBuffer.wrap(signature));
        };

    assertThat(strict.take(bytes(event -> {}), 0)).isFalse();
    assertThat(strict.take(bytes(sign.andThen(flip)), 1)).isFalse();
    assertStillOld();
    assertThat(refusals.last())
        .extracting(Refusal::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("the bundle was not signed with a key"),
            reason -> assertThat(reason).startsWith("the bundle is not signed: publish it"));

    assertThat(strict.take(bytes(sign), 2)).isTrue();
  }

  @Test
  void shouldTakeBundlesOfBothKeysWhileOneReplacesTheOther(@TempDir Path directory)
      throws Exception {
    TestKeys before = TestKeys.in(Files.createDirectory(directory.resolve("before")));
    TestKeys after = TestKeys.in(Files.createDirectory(directory.resolve("after")));
    Path both =
        Files.writeString(
            directory.resolve("keys.pem"),
            Files.readString(before.publicKey()) + Files.readString(after.publicKey()));

    assertThat(inbox(both).take(bytes(signedBy(before)), 0)).isTrue();
    assertThat(inbox(both).take(bytes(signedBy(after)), 1)).isTrue();
    assertThat(inbox(after.publicKey()).take(bytes(signedBy(before)), 2))
        .as("once the old key is taken out of the file")
        .isFalse();
    assertThat(inbox(after.publicKey()).take(bytes(signedBy(after)), 3)).isTrue();
  }

  @Test
  void shouldRefuseASignedBundleThatWasExchangedForAnother(@TempDir Path directory) {
    TestKeys keys = TestKeys.in(directory);
    byte[] signature =
        SigningKey.read(keys.privateKey()).sign(BundleArchive.toBytes(TestBundles.shared()));
    byte[] other =
        BundleArchive.toBytes(TestBundles.shared().with(new Policy("decline-all", 0, 0)));
    ModelInbox strict = inbox(keys.publicKey());

    assertThat(
            strict.take(
                bytes(
                    event -> {
                      event.setBundle(ByteBuffer.wrap(other));
                      event.setBundleSha256(Sha256.hex(other));
                      event.setSignature(ByteBuffer.wrap(signature));
                    }),
                0))
        .isFalse();
    assertStillOld();
  }

  private ModelInbox inbox(BundleGate gate) {
    return new ModelInbox(
        serde.deserializer(), gate, ModelSlot.of(ModelRole.CHAMPION, active, refusals, metrics));
  }

  private ModelInbox inbox(Path publicKeys) {
    return inbox(new BundleGate(ModelEngine.COMPILED, VerificationKey.read(publicKeys)));
  }

  private static Consumer<ModelBundle> signedBy(TestKeys keys) {
    SigningKey signing = SigningKey.read(keys.privateKey());
    return event -> event.setSignature(ByteBuffer.wrap(signing.sign(event.getBundle().array())));
  }

  private void refuses(Consumer<ModelBundle> damage) {
    assertThat(inbox.take(bytes(damage), 0)).isFalse();
    assertStillOld();
  }

  private void assertStillOld() {
    assertThat(active.current().orElseThrow().version()).isEqualTo("old");
    assertThat(metrics.events()).contains("refused champion").doesNotContain("active");
  }

  private byte[] bytes(Consumer<ModelBundle> damage) {
    ModelBundle event = TestBundles.event(TestBundles.shared());
    damage.accept(event);
    return serde.serializer().serialize(Topics.MODELS.name(), event);
  }
}
