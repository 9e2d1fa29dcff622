package io.creditstream.benchmarks.pipeline;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.ClusterOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.cluster.EmbeddedCluster;
import io.creditstream.cluster.EmbeddedRegistry;
import io.creditstream.cluster.RegistryOptions;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.process.Resources;
import io.creditstream.trainer.publish.ModelPublisher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The brokers and the registry of a whole sitting. */
public final class Workbench implements AutoCloseable {

  private final Path directory;
  private final Map<String, String> client;
  private final Resources resources;
  private final String bootstrapServers;
  private final EmbeddedRegistry registryServer;
  private final SchemaRegistryClient registry;
  private final Admin admin;

  private Workbench(
      Path directory,
      Map<String, String> client,
      Resources resources,
      String bootstrapServers,
      TopicSettings topics) {
    this.directory = directory;
    this.client = client;
    this.resources = resources;
    this.bootstrapServers = bootstrapServers;
    this.registryServer =
        resources.own(EmbeddedRegistry.start(RegistryOptions.in(directory.resolve("registry"))));
    this.registry =
        resources.own(
            SchemaRegistryClients.connect(
                RegistryConfig.of(registryServer.url()), RegistryListener.ignoring()));
    this.admin = resources.own(Admin.create(kafka("benchmark-admin").client()));
    TopicAdmin.ensure(
        kafka("benchmark-admin"), ScorerApplication.topics(), ScorerApplication.inputs(), topics);
  }

  /**
   * Starts one broker and a registry in an empty directory.
   *
   * @param client properties of all Kafka clients
   */
  public static Workbench start(Path directory, Map<String, String> client) {
    return Resources.open(
        resources -> {
          EmbeddedBroker broker =
              resources.own(EmbeddedBroker.start(BrokerOptions.in(directory.resolve("broker"))));
          return new Workbench(
              directory, client, resources, broker.bootstrapServers(), TopicSettings.defaults());
        });
  }

  /** Starts several brokers and a registry in an empty directory. */
  static Workbench cluster(Path directory, int brokers, TopicSettings topics) {
    return Resources.open(
        resources -> {
          EmbeddedCluster cluster =
              resources.own(
                  EmbeddedCluster.start(ClusterOptions.in(directory.resolve("brokers"), brokers)));
          return new Workbench(directory, Map.of(), resources, cluster.bootstrapServers(), topics);
        });
  }

  /** How the application of this name reaches the broker; its state lies in a place of its own. */
  public KafkaSettings kafka(String application) {
    return new KafkaSettings(
        bootstrapServers,
        registryServer.url(),
        application,
        directory.resolve("state"),
        null,
        client);
  }

  /** The client of the registry; closed with the workbench. */
  public SchemaRegistryClient registry() {
    return registry;
  }

  /** Makes a model the champion. */
  public void publish(Bundle champion) {
    try (ModelPublisher publisher =
        ModelPublisher.connect(
            kafka("benchmark-publisher").client(), registry, Clock.systemUTC())) {
      publisher.publish(ModelRole.CHAMPION, champion);
    }
  }

  /** Makes topics with as many partitions as those of the contract. */
  void create(String... names) {
    int partitions = TopicSettings.defaults().partitions();
    await(
        admin
            .createTopics(
                List.of(names).stream()
                    .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty()))
                    .toList())
            .all());
  }

  /** Lets an application begin at the present end of a topic. */
  void skip(String application, String topic) {
    Map<TopicPartition, OffsetAndMetadata> ends =
        ends(topic).entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
    await(admin.alterConsumerGroupOffsets(application, ends).all());
  }

  /** Takes all records out of a topic, so that an application which has never run begins behind. */
  void clear(String topic) {
    Map<TopicPartition, RecordsToDelete> all =
        ends(topic).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
    await(admin.deleteRecords(all).all());
  }

  /** The end of each partition of a topic. */
  Map<TopicPartition, Long> ends(String topic) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions(topic).stream()
            .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
    return await(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** The partitions of a topic. */
  List<TopicPartition> partitions(String topic) {
    Map<String, TopicDescription> topics =
        await(admin.describeTopics(List.of(topic)).allTopicNames());
    return Objects.requireNonNull(topics.get(topic)).partitions().stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not do as it is told", e.getCause());
    }
  }

  @Override
  public void close() {
    resources.close();
  }
}
