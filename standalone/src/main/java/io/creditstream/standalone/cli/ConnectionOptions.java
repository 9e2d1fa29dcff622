package io.creditstream.standalone.cli;

import io.creditstream.advisor.AdvisorSettings;
import io.creditstream.drift.DriftMonitorSettings;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.scorer.ScorerSettings;
import io.creditstream.service.config.Arguments;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/**
 * The options of every command that reaches brokers and a schema registry. Like the settings of the
 * applications they can also be given by the environment and by a file, which may be one of an
 * application.
 */
final class ConnectionOptions {

  private static final Setting BOOTSTRAP_SERVERS =
      Setting.of("BOOTSTRAP_SERVERS", "127.0.0.1:8084", "host:port of the brokers");
  private static final Setting SCHEMA_REGISTRY_URL =
      Setting.of("SCHEMA_REGISTRY_URL", "http://127.0.0.1:8083", "URL of the schema registry");

  /** Variables of the environment of which each says which brokers are meant. */
  private static final Set<String> NAME_BROKERS =
      Set.of(BOOTSTRAP_SERVERS.variable(), Setting.PREFIX + "CONFIG");

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka brokers (default 127.0.0.1:8084).")
  private Optional<String> bootstrapServers = Optional.empty();

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description = "Schema registry (default http://127.0.0.1:8083).")
  private Optional<String> registryUrl = Optional.empty();

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description = "Further property of the Kafka clients, such as those of TLS; repeatable.")
  private Map<String, String> properties = new HashMap<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "File of lines KEY=VALUE with the keys of the environment, as the applications take it:",
        "for passwords, which other users of this machine could see on a command line."
      })
  private Optional<Path> file = Optional.empty();

  /** Whether an option says which brokers are meant. */
  boolean isGiven() {
    return bootstrapServers.isPresent() || file.isPresent();
  }

  /** Whether the environment says which brokers are meant. */
  boolean isInEnvironment() {
    return environment().keySet().stream().anyMatch(NAME_BROKERS::contains);
  }

  /** The brokers. */
  String bootstrapServers() {
    return configuration().text(BOOTSTRAP_SERVERS);
  }

  /** Properties of Kafka clients that go to the brokers. */
  Map<String, Object> client() {
    Configuration configuration = configuration();
    return client(configuration.clientProperties(), configuration.text(BOOTSTRAP_SERVERS));
  }

  /** Properties of Kafka clients that go to brokers of this process, which ask for no password. */
  Map<String, Object> clientOf(String servers) {
    return client(properties, servers);
  }

  private static Map<String, Object> client(Map<String, String> properties, String servers) {
    Map<String, Object> client = new HashMap<>(properties);
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    return client;
  }

  /** A client of the registry. */
  SchemaRegistryClient registry() {
    return registryAt(configuration().text(SCHEMA_REGISTRY_URL));
  }

  /** A client of a registry. */
  static SchemaRegistryClient registryAt(String url) {
    return SchemaRegistryClients.connect(RegistryConfig.of(url), RegistryListener.ignoring());
  }

  /** What counts, a line each, without secrets. */
  List<String> lines() {
    return configuration().lines(List.of(BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL));
  }

  private Configuration configuration() {
    Map<Setting, String> flags = new HashMap<>();
    bootstrapServers.ifPresent(servers -> flags.put(BOOTSTRAP_SERVERS, servers));
    registryUrl.ifPresent(url -> flags.put(SCHEMA_REGISTRY_URL, url));
    try {
      return Arguments.of(flags, properties, file).configuration(known(), environment());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What the applications know may stand in the file too. */
  private static List<Setting> known() {
    List<Setting> known = new ArrayList<>(List.of(BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL));
    Stream.of(ScorerSettings.all(), DriftMonitorSettings.all(), AdvisorSettings.all())
        .flatMap(List::stream)
        .filter(setting -> known.stream().noneMatch(one -> one.name().equals(setting.name())))
        .forEach(known::add);
    return known;
  }

  /** Variables of other parts of the product are none of a command's business. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(
            name ->
                !name.startsWith(Setting.PREFIX + "KAFKA_")
                    && !name.equals(Setting.PREFIX + "CONFIG")
                    && !name.equals(BOOTSTRAP_SERVERS.variable())
                    && !name.equals(SCHEMA_REGISTRY_URL.variable()));
    return environment;
  }
}
