package io.creditstream.schemas.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the registry said, which never changes: the id of a schema under a subject and the
 * schema of an id. An unknown id is remembered for a moment only, since it may be registered any
 * time; other failures and compatibility are always asked again.
 */
public final class CachingSchemaRegistryClient implements SchemaRegistryClient {

  private static final int CAPACITY = 1000;
  private static final Duration UNKNOWN_TIME = Duration.ofSeconds(2);

  private record Registration(String subject, Schema schema) {}

  private record Unknown(UnknownSchemaException failure, Instant until) {}

  private final SchemaRegistryClient registry;
  private final Clock clock;
  private final LruCache<Registration, Integer> ids = new LruCache<>(CAPACITY);
  private final LruCache<Integer, Schema> schemas = new LruCache<>(CAPACITY);
  private final LruCache<Integer, Unknown> unknown = new LruCache<>(CAPACITY);

  public CachingSchemaRegistryClient(SchemaRegistryClient registry) {
    this(registry, Clock.systemUTC());
  }

  CachingSchemaRegistryClient(SchemaRegistryClient registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public int register(String subject, Schema schema) {
    Registration registration = new Registration(subject, schema);
    Integer known = ids.get(registration);
    if (known != null) {
      return known;
    }
    int id = registry.register(subject, schema);
    ids.put(registration, id);
    return id;
  }

  @Override
  public Schema schemaById(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    refuseKnownUnknown(unknown.get(id));
    try {
      Schema schema = registry.schemaById(id);
      schemas.put(id, schema);
      return schema;
    } catch (UnknownSchemaException e) {
      unknown.put(id, new Unknown(e, clock.instant().plus(UNKNOWN_TIME)));
      throw e;
    }
  }

  @Override
  public boolean compatible(String subject, Schema schema) {
    return registry.compatible(subject, schema);
  }

  @Override
  public boolean keepCompatible(String subject) {
    return registry.keepCompatible(subject);
  }

  @Override
  public void close() {
    registry.close();
  }

  private void refuseKnownUnknown(@Nullable Unknown entry) {
    if (entry != null && clock.instant().isBefore(entry.until())) {
      throw entry.failure();
    }
  }
}
