package io.creditstream.trainer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The newest record of each key on the topic of the models: the roles, and under {@code
 * archive:VERSION:DIGEST} the champions that were replaced, by the version of the model and the
 * SHA-256 of the bundle, so that a model with another policy takes nobody's place. Earlier releases
 * wrote {@code archive:VERSION}, which is read too. Readers of a role ignore other keys.
 */
public final class PublishedModels {

  private static final TopicPartition MODELS = new TopicPartition(Topics.MODELS.name(), 0);
  private static final Comparator<PublishedModel> NEWEST_FIRST =
      Comparator.comparingLong(PublishedModel::offset).reversed();
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Map<String, PublishedModel> byKey;
  private final Set<String> unreadable;

  private PublishedModels(Map<String, PublishedModel> byKey, Set<String> unreadable) {
    this.byKey = byKey;
    this.unreadable = unreadable;
  }

  /**
   * Reads the topic to its end.
   *
   * @param client Kafka client properties, at least the bootstrap servers
   * @throws IllegalStateException if the brokers do not answer
   */
  public static PublishedModels read(Map<String, Object> client, SchemaRegistryClient registry) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MODEL_RECORD_BYTES);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return read(consumer, registry);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "the models in %s cannot be read: check --bootstrap-servers, and start a scorer once, which creates the topic"
              .formatted(Topics.MODELS.name()),
          e);
    }
  }

  static PublishedModels read(Consumer<byte[], byte[]> consumer, SchemaRegistryClient registry) {
    AvroDeserializer<ModelBundle> deserializer =
        new AvroDeserializer<>(ModelBundle.class, registry);
    Map<String, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
    consumer.assign(List.of(MODELS));
    consumer.seekToBeginning(List.of(MODELS));
    long end = consumer.endOffsets(List.of(MODELS)).getOrDefault(MODELS, 0L);
    while (consumer.position(MODELS) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.key() != null) {
          newest.put(new String(record.key(), UTF_8), record);
        }
      }
    }
    Map<String, PublishedModel> byKey = new HashMap<>();
    Set<String> unreadable = new HashSet<>();
    newest.forEach(
        (key, record) -> {
          if (record.value() != null) {
            event(deserializer, record.value())
                .ifPresentOrElse(
                    event -> byKey.put(key, PublishedModel.of(key, record, event)),
                    () -> unreadable.add(key));
          }
        });
    return new PublishedModels(byKey, unreadable);
  }

  /** What a record says; nothing if it is none that a reader takes. */
  private static Optional<ModelBundle> event(
      AvroDeserializer<ModelBundle> deserializer, byte[] value) {
    try {
      return Optional.ofNullable(deserializer.deserialize(Topics.MODELS.name(), value));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The bundles of a model that are kept, whatever their role, the one written last first.
   *
   * @param modelSha256 SHA-256 of the model text
   * @throws io.creditstream.features.bundle.BundleException if one of them is not sound
   */
  public List<Bundle> bundles(String modelSha256) {
    return byKey.values().stream()
        .filter(model -> model.event().getModelSha256().equals(modelSha256))
        .sorted(NEWEST_FIRST)
        .map(PublishedModel::bundle)
        .toList();
  }

  /** Whether the newest record of a role is none that a reader takes. */
  boolean isUnreadable(ModelRole role) {
    return unreadable.contains(role.key());
  }

  /** The model of a role. */
  Optional<PublishedModel> of(ModelRole role) {
    return Optional.ofNullable(byKey.get(role.key()));
  }

  /** The champion of a name that was replaced last; see {@link PublishedModel#isCalled}. */
  Optional<PublishedModel> archived(String name) {
    return archived().stream().filter(model -> model.isCalled(name)).findFirst();
  }

  /** The champions that were replaced, the one replaced last first. */
  List<PublishedModel> archived() {
    return byKey.values().stream()
        .filter(model -> model.key().startsWith(ModelRole.ARCHIVE))
        .sorted(NEWEST_FIRST)
        .toList();
  }
}
