package io.creditstream.schemas.serde;

import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.UnknownSchemaException;
import io.creditstream.schemas.serde.AvroDecodingException.Reason;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.jspecify.annotations.Nullable;

/** Readers for one generated class, one for each writer's schema, made when first needed. */
final class WriterReaders<T> {

  /** Far above the versions of any schema; a limit on what a hostile stream of ids can hold. */
  private static final int CAPACITY = 1000;

  private final RecordData data;
  private final SchemaRegistryClient registry;
  private final Map<Integer, WriterReader<T>> readers = new ConcurrentHashMap<>();

  /** The one that was used last, which is nearly always the one that is needed. */
  private volatile @Nullable WriterReader<T> last;

  WriterReaders(RecordData data, SchemaRegistryClient registry) {
    this.data = data;
    this.registry = registry;
  }

  /** A reader of what was written with one schema. */
  record WriterReader<T>(int schemaId, DatumReader<T> reader, boolean compatible) {}

  WriterReader<T> forSchemaId(int id) {
    WriterReader<T> recent = last;
    if (recent != null && recent.schemaId() == id) {
      return recent;
    }
    WriterReader<T> known = readers.get(id);
    if (known == null) {
      known = make(id);
    }
    last = known;
    return known;
  }

  private WriterReader<T> make(int id) {
    WriterReader<T> made = resolve(id, fetch(id));
    if (readers.size() >= CAPACITY) {
      readers.clear();
    }
    readers.put(id, made);
    return made;
  }

  private Schema fetch(int id) {
    try {
      return registry.schemaById(id);
    } catch (UnknownSchemaException e) {
      throw new AvroDecodingException(
          Reason.UNKNOWN_SCHEMA, "the registry has no Avro schema with id " + id);
    }
  }

  private WriterReader<T> resolve(int id, Schema writer) {
    try {
      DatumReader<T> reader = new FastReaderBuilder(data).createDatumReader(writer, data.schema());
      boolean compatible =
          SchemaCompatibility.checkReaderWriterCompatibility(data.schema(), writer).getType()
              == SchemaCompatibilityType.COMPATIBLE;
      return new WriterReader<>(id, reader, compatible);
    } catch (AvroRuntimeException | IOException | StackOverflowError e) {
      throw unresolvable(id);
    }
  }

  private AvroDecodingException unresolvable(int id) {
    return new AvroDecodingException(
        Reason.UNRESOLVABLE,
        "schema id " + id + " does not resolve to " + data.schema().getFullName());
  }
}
