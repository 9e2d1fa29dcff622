package io.creditstream.standalone.recorded;

import io.creditstream.schemas.registry.SchemaRegistryClient;
import java.util.Map;
import java.util.Objects;

/**
 * Topics that can be read.
 *
 * @param client properties of Kafka clients, at least the bootstrap servers
 * @param registry resolves schemas
 */
public record Connection(Map<String, Object> client, SchemaRegistryClient registry) {

  public Connection {
    client = Map.copyOf(client);
    Objects.requireNonNull(registry, "registry");
  }
}
