package io.creditstream.standalone.data;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.cluster.EmbeddedRegistry;
import io.creditstream.cluster.RegistryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The broker and the registry of a data directory, open in this process. */
public final class LocalServices implements AutoCloseable {

  private final DataDirectory directory;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;

  private LocalServices(DataDirectory directory, EmbeddedBroker broker, EmbeddedRegistry registry) {
    this.directory = directory;
    this.broker = broker;
    this.registry = registry;
  }

  /**
   * Opens the directory.
   *
   * @param brokerPort port of the broker, 0 for a free one
   * @param registryPort port of the registry, 0 for a free one
   * @throws io.creditstream.cluster.LocalClusterException if the directory is in use or cannot be
   *     written to, or a port is in use
   */
  public static LocalServices open(DataDirectory directory, int brokerPort, int registryPort) {
    EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerOptions.in(directory.broker()).withPort(brokerPort));
    try {
      EmbeddedRegistry registry =
          EmbeddedRegistry.start(RegistryOptions.in(directory.registry()).withPort(registryPort));
      LocalServices services = new LocalServices(directory, broker, registry);
      JsonFile.write(directory.endpoints(), services.endpoints());
      return services;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  public Endpoints endpoints() {
    return new Endpoints(broker.bootstrapServers(), registry.url());
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(directory.endpoints());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      registry.close();
      broker.close();
    }
  }
}
