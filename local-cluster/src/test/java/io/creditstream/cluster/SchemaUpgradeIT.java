package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaIncompatibleException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A release that adds a field to each event, on the topics of the release of today: while one
 * replaces the other both write and both read.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SchemaUpgradeIT {

  private static final String ADDED = "addedByTheNextRelease";
  private static final long SEED = 7;
  private static final int HEADER = 5;

  private EmbeddedBroker broker;
  private EmbeddedRegistry server;
  private SchemaRegistryClient registry;

  @BeforeAll
  void start(@TempDir Path directory) {
    broker = EmbeddedBroker.start(BrokerOptions.in(directory.resolve("broker")));
    server = EmbeddedRegistry.start(RegistryOptions.in(directory.resolve("registry")));
    registry =
        SchemaRegistryClients.connect(RegistryConfig.of(server.url()), RegistryListener.ignoring());
  }

  @AfterAll
  void stop() {
    registry.close();
    server.close();
    broker.close();
  }

  static List<Topic<?>> events() {
    return Topics.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  <V extends SpecificRecord> void shouldBeReadByBothReleasesWhicheverWroteIt(Topic<V> topic)
      throws Exception {
    Schema today = today(topic);
    Schema next = with(today, "[\"null\", \"string\"]", "null");
    GenericRecord event = random(next);
    event.put(ADDED, "new");
    AvroSerde<V> serde = new AvroSerde<>(topic.valueType(), registry);
    int before = registry.register(topic.subject(), today);
    int after = registry.register(topic.subject(), next);
    new KafkaClients(broker.bootstrapServers()).createTopic(topic.name(), 1, 1);

    send(topic, wire(after, next, event));
    V readByToday = serde.deserializer().deserialize(topic.name(), read(topic, 1).get(0));
    send(topic, serde.serializer().serialize(topic.name(), readByToday));
    List<byte[]> both = read(topic, 2);

    assertThat(readByToday).as("today reads what the next release wrote").isNotNull();
    assertThat(id(both.get(1))).as("today goes on to write its own schema").isEqualTo(before);
    GenericRecord own = resolve(both.get(0), next);
    GenericRecord older = resolve(both.get(1), next);
    assertThat(own.get(ADDED)).hasToString("new");
    assertThat(older.get(ADDED)).as("what today's release does not know").isNull();
    for (Schema.Field field : today.getFields()) {
      assertThat(older.get(field.name()))
          .as("%s of %s through today's release", field.name(), topic.name())
          .isEqualTo(own.get(field.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldBeRefusedByTheRegistryWhereItCannotReadWhatIsThere(Topic<?> topic) {
    registry.register("refusing-" + topic.subject(), today(topic));

    assertThatThrownBy(
            () ->
                registry.register(
                    "refusing-" + topic.subject(), with(today(topic), "\"string\"", null)))
        .isInstanceOf(SchemaIncompatibleException.class)
        .hasMessageContaining("refuses the schema for subject refusing-" + topic.subject())
        .hasMessageContaining("release a compatible schema, or a new version of the topic");
  }

  private static Schema today(Topic<?> topic) {
    return SpecificData.get().getSchema(topic.valueType());
  }

  /** The schema with one more field. */
  private static Schema with(Schema schema, String type, String defaultValue) {
    List<Schema.Field> fields = new ArrayList<>();
    schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Object value = defaultValue == null ? null : Schema.Field.NULL_DEFAULT_VALUE;
    fields.add(new Schema.Field(ADDED, new Schema.Parser().parse(type), "Added.", value));
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private static GenericRecord random(Schema schema) {
    return (GenericRecord) new RandomData(schema, 1, SEED).iterator().next();
  }

  private static byte[] wire(int id, Schema schema, GenericRecord event) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(event, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static int id(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  /** As an application with the given schema reads it. */
  private GenericRecord resolve(byte[] bytes, Schema reader) throws IOException {
    Schema writer = registry.schemaById(id(bytes));
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
    return new GenericDatumReader<GenericRecord>(writer, reader).read(null, decoder);
  }

  private void send(Topic<?> topic, byte[] value) throws Exception {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), value)).get();
    }
  }

  private List<byte[]> read(Topic<?> topic, int count) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("auto.offset.reset", "earliest");
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic.name(), 0)));
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
