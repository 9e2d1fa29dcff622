package io.creditstream.service.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/**
 * How a service reaches Kafka and the schema registry, and who it is there.
 *
 * @param bootstrapServers brokers to ask first, as {@code host:port} separated by commas
 * @param registryUrl base addresses of the schema registry, separated by commas
 * @param applicationId name of the application: consumer group, prefix of its internal topics
 * @param stateDirectory directory of the local state, one for each process
 * @param groupInstanceId stable name of this process within the group, so that a restart keeps its
 *     partitions; null for none
 * @param clientProperties further properties of every Kafka client, such as those of TLS and SASL
 */
public record KafkaSettings(
    String bootstrapServers,
    String registryUrl,
    String applicationId,
    Path stateDirectory,
    @Nullable String groupInstanceId,
    Map<String, String> clientProperties) {

  public KafkaSettings {
    requireText("bootstrap servers", bootstrapServers, "host:port");
    requireText("schema registry URL", registryUrl, "http://host:port");
    requireText("application id", applicationId, "the name of the application");
    Objects.requireNonNull(stateDirectory, "stateDirectory");
    if (groupInstanceId != null && groupInstanceId.isBlank()) {
      throw new IllegalArgumentException("group instance id is blank: give a name or leave it out");
    }
    clientProperties = Map.copyOf(clientProperties);
  }

  /** Settings without further client properties. */
  public static KafkaSettings of(
      String bootstrapServers, String registryUrl, String applicationId, Path stateDirectory) {
    return new KafkaSettings(
        bootstrapServers, registryUrl, applicationId, stateDirectory, null, Map.of());
  }

  /** Properties that every Kafka client of the service starts from; a new map. */
  public Map<String, Object> client() {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return properties;
  }

  /** Leaves out the client properties, which may hold secrets. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=%s, applicationId=%s, stateDirectory=%s]"
        .formatted(bootstrapServers, applicationId, stateDirectory);
  }

  private static void requireText(String name, String value, String example) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank: give " + example);
    }
  }
}
