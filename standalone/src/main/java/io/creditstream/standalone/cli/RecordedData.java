package io.creditstream.standalone.cli;

import io.creditstream.cluster.LocalClusterException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.standalone.data.JsonFile;
import io.creditstream.standalone.data.LocalServices;
import io.creditstream.standalone.recorded.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of every command that looks back at what was recorded: brokers, or the data directory
 * of a run that goes on or has ended. Brokers that the environment names are meant unless a
 * directory is given.
 */
final class RecordedData {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Data directory (default: that of the last run without --data-dir, where no brokers are"
              + " named).")
  private Optional<Path> dataDir = Optional.empty();

  @Mixin private ConnectionOptions broker = new ConnectionOptions();

  /** What is done with the topics. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws Exception;
  }

  /** Does some work while the topics can be reached. */
  <T> T open(Work<T> work) throws Exception {
    if (broker.isGiven() && dataDir.isPresent()) {
      throw new UsageException(
          "leave out either --data-dir, or --bootstrap-servers and --config", null);
    }
    if (broker.isGiven() || (dataDir.isEmpty() && broker.isInEnvironment())) {
      try (SchemaRegistryClient registry = broker.registry()) {
        return work.on(new Connection(broker.client(), registry));
      }
    }
    DataDirectory directory = new DataDirectory(dataDir.orElseGet(DataDirectories::latest));
    if (!Files.isDirectory(directory.broker())) {
      throw new IllegalArgumentException(
          "%s holds no run; start ./creditstream standalone first, or give its --data-dir"
              .formatted(directory.root()));
    }
    return open(directory, work);
  }

  private <T> T open(DataDirectory directory, Work<T> work) throws Exception {
    LocalServices services;
    try {
      services = LocalServices.open(directory, 0, 0);
    } catch (LocalClusterException inUse) {
      return connect(
          JsonFile.read(directory.endpoints(), Endpoints.class).orElseThrow(() -> inUse), work);
    }
    try (services) {
      return connect(services.endpoints(), work);
    }
  }

  private <T> T connect(Endpoints endpoints, Work<T> work) throws Exception {
    try (SchemaRegistryClient registry = ConnectionOptions.registryAt(endpoints.registryUrl())) {
      return work.on(new Connection(broker.clientOf(endpoints.bootstrapServers()), registry));
    }
  }
}
