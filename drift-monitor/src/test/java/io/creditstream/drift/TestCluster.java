package io.creditstream.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.cluster.EmbeddedCluster;
import io.creditstream.cluster.EmbeddedRegistry;
import io.creditstream.cluster.RegistryOptions;
import io.creditstream.drift.measurement.Population;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Brokers and a registry with a published model, and what a scorer would do on them. */
final class TestCluster implements AutoCloseable {

  private final String bootstrapServers;
  private final Runnable stopBrokers;
  private final EmbeddedRegistry registry;
  private final SchemaRegistryClient client;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Bundle bundle;

  /** On a broker of its own. */
  TestCluster(Path directory, Population population) {
    this(
        EmbeddedBroker.start(BrokerOptions.in(directory.resolve("broker"))), directory, population);
  }

  private TestCluster(EmbeddedBroker broker, Path directory, Population population) {
    this(broker.bootstrapServers(), broker::close, directory, population);
  }

  /** On a cluster that stays the caller's. */
  static TestCluster on(EmbeddedCluster brokers, Path directory, Population population) {
    return new TestCluster(brokers.bootstrapServers(), () -> {}, directory, population);
  }

  private TestCluster(
      String bootstrapServers, Runnable stopBrokers, Path directory, Population population) {
    this.bootstrapServers = bootstrapServers;
    this.stopBrokers = stopBrokers;
    registry = EmbeddedRegistry.start(RegistryOptions.in(directory.resolve("registry")));
    client =
        SchemaRegistryClients.connect(
            RegistryConfig.of(registry.url()), RegistryListener.ignoring());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "transactional.id",
                "test-scorer",
                "max.request.size",
                32 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    bundle = Bundles.of(population, "a model that the monitor never loads");
  }

  KafkaSettings settings(Path stateDirectory) {
    return settings(DriftMonitorConfig.DEFAULT_APPLICATION_ID, stateDirectory);
  }

  KafkaSettings settings(String applicationId, Path stateDirectory) {
    return KafkaSettings.of(bootstrapServers, registry.url(), applicationId, stateDirectory);
  }

  String modelSha256() {
    return bundle.manifest().modelSha256();
  }

  void publishModel() {
    publish(bundle);
  }

  void publish(Bundle other) {
    send(
        Topics.MODELS.name(),
        0,
        new AvroSerde<>(ModelBundle.class, client)
            .serializer()
            .serialize(Topics.MODELS.name(), Bundles.event(other)));
  }

  /** Removes the oldest records of the models, as compaction does once a model is replaced. */
  void forgetModelsBefore(long offset) throws Exception {
    ConfigResource models = new ConfigResource(ConfigResource.Type.TOPIC, Topics.MODELS.name());
    ConfigEntry removable = new ConfigEntry("cleanup.policy", "compact,delete");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(models, List.of(new AlterConfigOp(removable, AlterConfigOp.OpType.SET))))
          .all()
          .get();
      admin
          .deleteRecords(
              Map.of(new TopicPartition(models.name(), 0), RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    }
  }

  /** Writes decisions to a partition in one transaction. */
  void decide(int partition, List<LoanDecision> decisions) {
    write(Topics.DECISIONS, partition, decisions);
  }

  /** Writes events to a partition in one transaction. */
  <V extends SpecificRecord> void write(Topic<V> topic, int partition, List<V> values) {
    AvroSerde<V> serde = new AvroSerde<>(topic.valueType(), client);
    producer.beginTransaction();
    for (V value : values) {
      producer.send(
          new ProducerRecord<>(
              topic.name(),
              partition,
              clientId(value).getBytes(UTF_8),
              serde.serializer().serialize(topic.name(), value)));
    }
    producer.commitTransaction();
  }

  /** The field of every event that is the key of its record. */
  private static String clientId(SpecificRecord event) {
    return (String) event.get(event.getSchema().getField("clientId").pos());
  }

  void send(String topic, int partition, byte[] value) {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, partition, "key".getBytes(UTF_8), value));
    producer.commitTransaction();
  }

  /** Writes a record and takes it back. */
  void abort(String topic, int partition, byte[] value) {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, partition, "key".getBytes(UTF_8), value));
    producer.flush();
    producer.abortTransaction();
  }

  List<DriftReport> reports() {
    AvroSerde<DriftReport> serde = new AvroSerde<>(DriftReport.class, client);
    return committed(Topics.DRIFT_REPORTS.name()).stream()
        .map(record -> serde.deserializer().deserialize(record.topic(), record.value()))
        .toList();
  }

  /** All committed records of a topic. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    producer.close();
    client.close();
    registry.close();
    stopBrokers.run();
  }
}
