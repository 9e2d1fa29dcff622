package io.creditstream.service.recorded;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.UnknownSchemaException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** An application with one partition on the test driver, whose stores are recorded. */
public final class RecordedRun implements AutoCloseable {

  private static final Base64.Encoder ENCODER = Base64.getEncoder();

  private final TopologyTestDriver driver;
  private final String application;

  private RecordedRun(TopologyTestDriver driver, String application) {
    this.driver = driver;
    this.application = application;
  }

  /**
   * Starts an application.
   *
   * @param application its id
   * @param directory for its stores
   * @param now wall-clock time of the start
   */
  public static RecordedRun start(
      Topology topology, String application, Path directory, Instant now) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    return new RecordedRun(new TopologyTestDriver(topology, properties, now), application);
  }

  /** Gives it records, one after the other. */
  public void send(List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(
        record ->
            driver
                .createInputTopic(
                    record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record)));
  }

  /** Lets wall-clock time pass. */
  public void advance(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** What it has written to the changelogs of its stores; each is read once. */
  public RecordedState state(InMemorySchemaRegistryClient registry) {
    List<RecordedState.Entry> entries = new ArrayList<>();
    for (String store : new TreeSet<>(driver.getAllStateStores().keySet())) {
      Map<String, String> newest = new TreeMap<>();
      for (TestRecord<byte[], byte[]> record : changelog(store)) {
        String key = ENCODER.encodeToString(record.key());
        if (record.value() == null) {
          newest.remove(key);
        } else {
          newest.put(key, ENCODER.encodeToString(record.value()));
        }
      }
      newest.forEach((key, value) -> entries.add(new RecordedState.Entry(store, key, value)));
    }
    return new RecordedState(schemas(registry), entries);
  }

  private List<TestRecord<byte[], byte[]>> changelog(String store) {
    return driver
        .createOutputTopic(
            RecordedState.changelog(application, store),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())
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

  @Override
  public void close() {
    driver.close();
  }
}
