package io.creditstream.trainer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.Manifest;
import io.creditstream.features.bundle.Sha256;
import io.creditstream.features.bundle.SigningKey;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes bundles on the topic of the models. */
public final class ModelPublisher implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final AvroSerializer<ModelBundle> serializer;
  private final Clock clock;
  private final Optional<SigningKey> signer;

  /** A publisher that signs nothing. */
  public ModelPublisher(
      Producer<byte[], byte[]> producer, SchemaRegistryClient registry, Clock clock) {
    this(producer, registry, clock, Optional.empty());
  }

  /**
   * @param signer signs all bundles, if given
   */
  public ModelPublisher(
      Producer<byte[], byte[]> producer,
      SchemaRegistryClient registry,
      Clock clock,
      Optional<SigningKey> signer) {
    this.producer = producer;
    this.signer = signer;
    this.serializer = new AvroSerializer<>(ModelBundle.class, registry);
    this.clock = clock;
  }

  /** A publisher that signs nothing. */
  public static ModelPublisher connect(
      Map<String, Object> client, SchemaRegistryClient registry, Clock clock) {
    return connect(client, registry, clock, Optional.empty());
  }

  /**
   * @param client Kafka client properties, at least the bootstrap servers
   * @param signer signs all bundles, if given
   */
  public static ModelPublisher connect(
      Map<String, Object> client,
      SchemaRegistryClient registry,
      Clock clock,
      Optional<SigningKey> signer) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MODEL_RECORD_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Topics.MODEL_RECORD_BYTES);
    return new ModelPublisher(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
        registry,
        clock,
        signer);
  }

  /**
   * Checks a bundle as its readers will and publishes it; when this returns, it is written.
   *
   * @throws io.creditstream.features.bundle.BundleException if a part differs from its digest
   * @throws io.creditstream.model.ModelRefusedException if it must not decide
   */
  public void publish(ModelRole role, Bundle bundle) {
    publish(role, bundle, Map.of(), Optional.empty());
  }

  /**
   * As {@link #publish(ModelRole, Bundle)}, with headers that say how it came to be published.
   *
   * @param signature that the bundle has from before, for a publisher without a key
   */
  void publish(
      ModelRole role, Bundle bundle, Map<String, String> headers, Optional<ByteBuffer> signature) {
    byte[] archive = BundleArchive.toBytes(bundle);
    VerifiedModel.verify(BundleArchive.fromBytes(archive));
    ModelBundle event = event(bundle.manifest(), archive);
    event.setSignature(
        signer.map(key -> ByteBuffer.wrap(key.sign(archive))).or(() -> signature).orElse(null));
    send(role.key(), serializer.serialize(Topics.MODELS.name(), event), headers);
  }

  /** Writes a record as it is; when this returns, it is written. */
  void send(String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.MODELS.name(), key.getBytes(UTF_8), value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    await(record);
  }

  /** Removes the record of a key. */
  void remove(String key) {
    send(key, null, Map.of());
  }

  private void await(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the model could not be published: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while publishing the model", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private ModelBundle event(Manifest manifest, byte[] archive) {
    return new ModelBundle(
        manifest.version(),
        manifest.modelSha256(),
        Sha256.hex(archive),
        clock.instant(),
        ByteBuffer.wrap(archive),
        null);
  }
}
