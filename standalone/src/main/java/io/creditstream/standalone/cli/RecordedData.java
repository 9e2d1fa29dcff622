package io.creditstream.standalone.cli;

import io.creditstream.cluster.LocalClusterException;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.standalone.data.JsonFile;
import io.creditstream.standalone.data.LocalServices;
import io.creditstream.standalone.recorded.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/**
 * The options of every command that looks back at what was recorded: brokers, or the data directory
 * of a run that goes on or has ended.
 */
final class RecordedData {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Data directory (default: that of the last run without --data-dir).")
  private Optional<Path> dataDir = Optional.empty();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka brokers, instead of a data directory.")
  private Optional<String> bootstrapServers = Optional.empty();

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      defaultValue = "${env:CREDITSTREAM_SCHEMA_REGISTRY_URL:-http://127.0.0.1:8083}",
      description = "Schema registry of these brokers (default ${DEFAULT-VALUE}).")
  private String registryUrl = "";

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description = "Further property of the Kafka clients, such as those of TLS; repeatable.")
  private Map<String, String> properties = new HashMap<>();

  /** What is done with the topics. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws Exception;
  }

  /** Does some work while the topics can be reached. */
  <T> T open(Work<T> work) throws Exception {
    if (bootstrapServers.isPresent()) {
      if (dataDir.isPresent()) {
        throw new UsageException("leave out either --data-dir or --bootstrap-servers", null);
      }
      return connect(new Endpoints(bootstrapServers.get(), registryUrl), work);
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
    Map<String, Object> client = new HashMap<>(properties);
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, endpoints.bootstrapServers());
    try (SchemaRegistryClient registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(endpoints.registryUrl()), RegistryListener.ignoring())) {
      return work.on(new Connection(client, registry));
    }
  }
}
