package io.creditstream.service.recorded;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.UnknownSchemaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The changelogs of an application with one partition, and the schemas of its registry, as a
 * release wrote them. As text: a line {@code schema JSON} a schema, in the order of the ids, then a
 * line {@code STORE KEY VALUE} an entry, in Base64.
 */
public record RecordedState(List<Schema> schemas, List<Entry> entries) {

  private static final String SCHEMA = "schema ";
  private static final Base64.Encoder ENCODER = Base64.getEncoder();
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  /** What a store holds under a key, both in Base64. */
  public record Entry(String store, String key, String value) {}

  /** What an application on the test driver has written to the changelogs of its stores. */
  public static RecordedState of(
      TopologyTestDriver driver,
      String application,
      Collection<String> stores,
      InMemorySchemaRegistryClient registry) {
    List<Entry> entries = new ArrayList<>();
    for (String store : new TreeSet<>(stores)) {
      Map<String, String> newest = new TreeMap<>();
      for (TestRecord<byte[], byte[]> record : changelog(driver, application, store)) {
        String key = ENCODER.encodeToString(record.key());
        if (record.value() == null) {
          newest.remove(key);
        } else {
          newest.put(key, ENCODER.encodeToString(record.value()));
        }
      }
      newest.forEach((key, value) -> entries.add(new Entry(store, key, value)));
    }
    return new RecordedState(schemas(registry), entries);
  }

  private static List<TestRecord<byte[], byte[]>> changelog(
      TopologyTestDriver driver, String application, String store) {
    return driver
        .createOutputTopic(
            topic(application, store), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private static List<Schema> schemas(InMemorySchemaRegistryClient registry) {
    List<Schema> schemas = new ArrayList<>();
    try {
      while (true) {
        schemas.add(registry.schemaById(schemas.size() + 1));
      }
    } catch (UnknownSchemaException e) {
      return schemas;
    }
  }

  /** What a file holds. */
  public static RecordedState read(Path file) {
    List<Schema> schemas = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.startsWith(SCHEMA)) {
        schemas.add(new Schema.Parser().parse(line.substring(SCHEMA.length())));
      } else {
        String[] parts = line.split(" ");
        entries.add(new Entry(parts[0], parts[1], parts[2]));
      }
    }
    return new RecordedState(schemas, entries);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #read} takes it. */
  public String text() {
    Stream<String> first = schemas.stream().map(schema -> SCHEMA + schema);
    Stream<String> then =
        entries.stream().map(entry -> entry.store + " " + entry.key + " " + entry.value);
    return Stream.concat(first, then).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Registers the schemas, under subjects of their own, so that they have the ids of then. */
  public void registerSchemas(SchemaRegistryClient registry) {
    for (int i = 0; i < schemas.size(); i++) {
      int id = registry.register("recorded-" + i, schemas.get(i));
      if (id != i + 1) {
        throw new IllegalStateException("schema %d has id %d".formatted(i + 1, id));
      }
    }
  }

  /**
   * Makes a broker, where the topics of an application are empty, as the application left it: with
   * its changelogs, with what it had read and how far it had read.
   */
  public void publish(
      Map<String, Object> client, String application, List<ProducerRecord<byte[], byte[]>> read) {
    try (Admin admin = Admin.create(client);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      Set<String> stores = entries.stream().map(Entry::store).collect(Collectors.toSet());
      admin
          .createTopics(stores.stream().map(store -> changelog(topic(application, store))).toList())
          .all()
          .get();
      for (Entry entry : entries) {
        String topic = topic(application, entry.store);
        producer.send(
            new ProducerRecord<>(topic, 0, DECODER.decode(entry.key), DECODER.decode(entry.value)));
      }
      Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
      for (ProducerRecord<byte[], byte[]> record : read) {
        producer.send(record);
        next.merge(
            new TopicPartition(record.topic(), 0),
            new OffsetAndMetadata(1),
            (before, one) -> new OffsetAndMetadata(before.offset() + one.offset()));
      }
      producer.flush();
      admin.alterConsumerGroupOffsets(application, next).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker cannot be made as it was", e);
    }
  }

  private static NewTopic changelog(String topic) {
    return new NewTopic(topic, 1, (short) 1)
        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  private static String topic(String application, String store) {
    return application + "-" + store + "-changelog";
  }
}
