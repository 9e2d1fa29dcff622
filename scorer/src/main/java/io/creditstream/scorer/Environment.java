package io.creditstream.scorer;

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
 * {@code CREDITSTREAM_EXPLAIN_ALL}, {@code CREDITSTREAM_FUTURE_TOLERANCE}. Every variable {@code
 * CREDITSTREAM_KAFKA_…} becomes a property of the Kafka clients: {@code
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
  static ScorerConfig read(Map<String, String> variables) {
    return new Environment(variables).config();
  }

  private ScorerConfig config() {
    KafkaSettings kafka =
        new KafkaSettings(
            require("BOOTSTRAP_SERVERS", "host:port of the brokers"),
            require("SCHEMA_REGISTRY_URL", "http://host:port of the schema registry"),
            text("APPLICATION_ID", ScorerConfig.DEFAULT_APPLICATION_ID),
            Path.of(require("STATE_DIR", "a directory for the local state")),
            variables.get(PREFIX + "GROUP_INSTANCE_ID"),
            clientProperties());
    ScorerConfig defaults = ScorerConfig.defaults(kafka, number("PORT", ScorerConfig.DEFAULT_PORT));
    TopicSettings topics =
        new TopicSettings(
            number("PARTITIONS", defaults.topics().partitions()),
            (short) number("REPLICATION_FACTOR", defaults.topics().replicationFactor()));
    int threads = Math.min(topics.partitions(), Runtime.getRuntime().availableProcessors());
    return new ScorerConfig(
        kafka,
        new HttpSettings(
            text("HOST", HttpSettings.LOOPBACK),
            defaults.http().port(),
            HttpSettings.DEFAULT_MAX_BODY_BYTES),
        topics,
        StreamsSettings.ofThreads(number("THREADS", threads)),
        parse("EXPLAIN_ALL", "false", Environment::flag),
        parse("FUTURE_TOLERANCE", defaults.futureTolerance().toString(), Duration::parse));
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

  private <T> T parse(String name, String otherwise, Function<String, T> parser) {
    String value = text(name, otherwise);
    try {
      return parser.apply(value);
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(
          PREFIX + name + " is not understood: the default is " + otherwise, e);
    }
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException("neither true nor false");
    };
  }
}
