package io.creditstream.schemas.serde;

import io.creditstream.schemas.registry.SchemaRegistryClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a generated class in the Confluent wire format. The schema of the class is registered
 * under the subject {@code <topic>-value} before the first record of a topic. A tombstone (null)
 * stays null.
 *
 * <p>Throws the registry's exceptions as they are, and {@link SerializationException} for a record
 * that breaks its own schema; its message names the type and holds no value.
 *
 * <p>Safe for threads, since a Kafka producer is.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

  private final SchemaRegistryClient registry;
  private final Schema schema;
  private final RecordWriter<T> writer;
  private final Map<String, Integer> idsByTopic = new ConcurrentHashMap<>();
  private final ThreadLocal<EncoderBuffer> buffers = ThreadLocal.withInitial(EncoderBuffer::new);

  public AvroSerializer(Class<T> type, SchemaRegistryClient registry) {
    this.registry = registry;
    this.schema = SpecificData.get().getSchema(type);
    this.writer = new RecordWriter<>(type);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T value) {
    if (value == null) {
      return null;
    }
    int id = schemaId(topic);
    EncoderBuffer buffer = buffers.get();
    try {
      writer.write(value, buffer.start(id));
      return buffer.finish();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "a " + schema.getName() + " breaks its schema (" + e.getClass().getSimpleName() + ")");
    }
  }

  private int schemaId(String topic) {
    Integer known = idsByTopic.get(topic);
    if (known != null) {
      return known;
    }
    int id = registry.register(topic + "-value", schema);
    idsByTopic.put(topic, id);
    return id;
  }
}
