package io.creditstream.service.config;

import io.creditstream.service.config.Sources.Given;

/**
 * A line that tells people what counts: where it comes from, its key, its value without secrets.
 */
final class ConfigurationLine {

  private ConfigurationLine() {}

  static String of(Setting setting, Given value) {
    return line(value.origin(), setting.variable(), Secrets.show(setting, value.value()));
  }

  static String ofProperty(String key, Given value) {
    String shown = Secrets.showProperty(KafkaProperty.of(key), value.value());
    return line(value.origin(), key, shown);
  }

  private static String line(Origin origin, String key, String value) {
    return "%-11s  %s=%s".formatted(origin.word(), key, value);
  }
}
