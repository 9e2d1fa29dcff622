package io.creditstream.standalone.cli;

import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/** The options of every command that talks to a broker. */
final class BrokerOptions {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:CREDITSTREAM_BOOTSTRAP_SERVERS:-127.0.0.1:8084}",
      description = "Kafka brokers (default ${DEFAULT-VALUE}).")
  private String bootstrapServers = "";

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      defaultValue = "${env:CREDITSTREAM_SCHEMA_REGISTRY_URL:-http://127.0.0.1:8083}",
      description = "Schema registry (default ${DEFAULT-VALUE}).")
  private String registryUrl = "";

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description = "Further property of the Kafka clients, such as those of TLS; repeatable.")
  private Map<String, String> properties = new HashMap<>();

  Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>(properties);
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return client;
  }

  SchemaRegistryClient registry() {
    return SchemaRegistryClients.connect(
        RegistryConfig.of(registryUrl), RegistryListener.ignoring());
  }
}
