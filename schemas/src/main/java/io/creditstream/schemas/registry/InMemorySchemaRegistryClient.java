package io.creditstream.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A registry in the memory of one process, for tests and tools without a network: ids from 1, the
 * same schema has the same id under every subject, each version must read, and be read by, all
 * others.
 */
public final class InMemorySchemaRegistryClient implements SchemaRegistryClient {

  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, List<Schema>> subjects = new HashMap<>();

  @Override
  public synchronized int register(String subject, Schema schema) {
    Schema stored = new Schema.Parser().parse(AvroSchemas.portable(schema));
    List<Schema> versions = subjects.computeIfAbsent(subject, key -> new ArrayList<>());
    if (!versions.contains(stored)) {
      if (!compatible(subject, stored)) {
        throw new SchemaIncompatibleException("incompatible schema for subject " + subject);
      }
      versions.add(stored);
    }
    if (!schemas.contains(stored)) {
      schemas.add(stored);
    }
    return schemas.indexOf(stored) + 1;
  }

  @Override
  public synchronized Schema schemaById(int id) {
    if (id < 1 || id > schemas.size()) {
      throw new UnknownSchemaException(id, "no schema with id " + id);
    }
    return schemas.get(id - 1);
  }

  @Override
  public synchronized boolean compatible(String subject, Schema schema) {
    return Objects.requireNonNullElse(subjects.get(subject), List.<Schema>of()).stream()
        .allMatch(version -> reads(schema, version) && reads(version, schema));
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  @Override
  public boolean keepCompatible(String subject) {
    return true;
  }
}
