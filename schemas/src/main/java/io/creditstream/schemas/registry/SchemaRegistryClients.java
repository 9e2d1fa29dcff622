package io.creditstream.schemas.registry;

/** Puts the clients together. */
public final class SchemaRegistryClients {

  private SchemaRegistryClients() {}

  /**
   * The client that applications use: over HTTP, with caches, waiting for a registry that is down.
   *
   * @param listener told when the registry is lost and when it is back
   */
  public static SchemaRegistryClient connect(RegistryConfig config, RegistryListener listener) {
    return new CachingSchemaRegistryClient(
        new WaitingSchemaRegistryClient(
            new HttpSchemaRegistryClient(config), config.maxWait(), config.backoff(), listener));
  }
}
