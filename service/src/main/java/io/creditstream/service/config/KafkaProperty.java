package io.creditstream.service.config;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.streams.StreamsConfig;

/**
 * A property of the Kafka clients among the settings: {@code CREDITSTREAM_KAFKA_SECURITY_PROTOCOL}
 * is {@code security.protocol}. Whatever the clients know can be given, and what plug-ins of theirs
 * know.
 */
final class KafkaProperty {

  /** What the names of such settings begin with, after what all begin with. */
  static final String PREFIX = "KAFKA_";

  private static final List<ConfigDef> CLIENTS =
      List.of(
          AdminClientConfig.configDef(),
          ConsumerConfig.configDef(),
          ProducerConfig.configDef(),
          StreamsConfig.configDef());

  /** Kafka Streams takes properties for one of its clients alone. */
  private static final List<String> FOR_ONE =
      List.of(
          "",
          "admin.",
          "consumer.",
          "main.consumer.",
          "restore.consumer.",
          "global.consumer.",
          "producer.");

  private KafkaProperty() {}

  /** Whether a variable is such a property. */
  static boolean is(String variable) {
    return variable.startsWith(Setting.PREFIX + PREFIX)
        && variable.length() > (Setting.PREFIX + PREFIX).length();
  }

  /**
   * The property that a variable is. One that is no property of Kafka's own, with capital letters
   * or underscores, is written as it is: {@code CREDITSTREAM_KAFKA_plugin.someThing}.
   */
  static String of(String variable) {
    String name = variable.substring((Setting.PREFIX + PREFIX).length());
    boolean asItIs = name.contains(".") || !name.equals(name.toUpperCase(Locale.ROOT));
    return asItIs ? name : name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The variable of a property. */
  static String variable(String property) {
    String usual = Setting.PREFIX + PREFIX + property.toUpperCase(Locale.ROOT).replace('.', '_');
    return of(usual).equals(property) ? usual : Setting.PREFIX + PREFIX + property;
  }

  /** Whether its value may be shown: the clients know it, and none of them as a password. */
  static boolean isPublic(String property) {
    List<ConfigKey> known =
        FOR_ONE.stream()
            .filter(property::startsWith)
            .map(prefix -> property.substring(prefix.length()))
            .flatMap(name -> CLIENTS.stream().map(client -> client.configKeys().get(name)))
            .filter(Objects::nonNull)
            .toList();
    return !known.isEmpty() && known.stream().noneMatch(key -> key.type == ConfigDef.Type.PASSWORD);
  }
}
