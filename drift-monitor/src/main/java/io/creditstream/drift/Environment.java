package io.creditstream.drift;

import io.creditstream.drift.window.WindowSettings;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the configuration from environment variables.
 *
 * <p>Required: {@code CREDITSTREAM_BOOTSTRAP_SERVERS}, {@code CREDITSTREAM_SCHEMA_REGISTRY_URL},
 * {@code CREDITSTREAM_STATE_DIR}. Optional: {@code CREDITSTREAM_APPLICATION_ID}, {@code
 * CREDITSTREAM_GROUP_INSTANCE_ID}, {@code CREDITSTREAM_HOST}, {@code CREDITSTREAM_PORT}, {@code
 * CREDITSTREAM_PARTITIONS}, {@code CREDITSTREAM_REPLICATION_FACTOR}, {@code CREDITSTREAM_THREADS},
 * {@code CREDITSTREAM_WINDOW_SIZE}, {@code CREDITSTREAM_WINDOW_GRACE}, {@code
 * CREDITSTREAM_IDLE_TIMEOUT}, {@code CREDITSTREAM_FLUSH_INTERVAL}, {@code
 * CREDITSTREAM_FUTURE_TOLERANCE} (durations as in ISO 8601, for example {@code PT5M}). Every
 * variable {@code CREDITSTREAM_KAFKA_…} becomes a property of the Kafka clients: {@code
 * CREDITSTREAM_KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}.
 */
final class Environment {

  private static final String PREFIX = "CREDITSTREAM_";
  private static final String KAFKA_PREFIX = PREFIX + "KAFKA_";

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The configuration that the variables describe.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  static DriftMonitorConfig read(Map<String, String> variables) {
    return new Environment(variables).config();
  }

  private DriftMonitorConfig config() {
    KafkaSettings kafka =
        new KafkaSettings(
            require("BOOTSTRAP_SERVERS", "host:port of the brokers"),
            require("SCHEMA_REGISTRY_URL", "http://host:port of the schema registry"),
            text("APPLICATION_ID", DriftMonitorConfig.DEFAULT_APPLICATION_ID),
            Path.of(require("STATE_DIR", "a directory for the local state")),
            variables.get(PREFIX + "GROUP_INSTANCE_ID"),
            clientProperties());
    DriftMonitorConfig defaults =
        DriftMonitorConfig.defaults(kafka, number("PORT", DriftMonitorConfig.DEFAULT_PORT));
    StreamsSettings streams = defaults.streams();
    WindowSettings windows = defaults.windows();
    return new DriftMonitorConfig(
        kafka,
        new HttpSettings(
            text("HOST", HttpSettings.LOOPBACK),
            defaults.http().port(),
            HttpSettings.DEFAULT_MAX_BODY_BYTES),
        new TopicSettings(
            number("PARTITIONS", defaults.topics().partitions()),
            (short) number("REPLICATION_FACTOR", defaults.topics().replicationFactor())),
        new StreamsSettings(
            number("THREADS", streams.threads()),
            streams.commitInterval(),
            streams.cacheBytes(),
            streams.rocksDbBytes(),
            streams.standbyReplicas()),
        new WindowSettings(
            duration("WINDOW_SIZE", windows.size()),
            duration("WINDOW_GRACE", windows.grace()),
            duration("IDLE_TIMEOUT", windows.idleTimeout())),
        defaults.thresholds(),
        duration("FLUSH_INTERVAL", defaults.flushInterval()),
        duration("FUTURE_TOLERANCE", defaults.futureTolerance()));
  }

  private Map<String, String> clientProperties() {
    Map<String, String> properties = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(KAFKA_PREFIX)) {
            String key = name.substring(KAFKA_PREFIX.length());
            properties.put(key.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return properties;
  }

  private String require(String name, String meaning) {
    String value = variables.get(PREFIX + name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(PREFIX + name + " is not set: give " + meaning);
    }
    return value;
  }

  private String text(String name, String otherwise) {
    return variables.getOrDefault(PREFIX + name, otherwise);
  }

  private int number(String name, int otherwise) {
    return parse(name, Integer.toString(otherwise), Integer::parseInt);
  }

  private Duration duration(String name, Duration otherwise) {
    return parse(name, otherwise.toString(), Duration::parse);
  }

  private <T> T parse(String name, String otherwise, Function<String, T> parser) {
    String value = text(name, otherwise);
    try {
      return parser.apply(value);
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(
          PREFIX + name + " is not understood: the default is " + otherwise, e);
    }
  }
}
