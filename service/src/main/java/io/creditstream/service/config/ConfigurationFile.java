package io.creditstream.service.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A file of settings: Java properties in UTF-8 with the keys of the environment. */
final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * What it holds.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the configuration file %s cannot be read (%s): give a file of lines KEY=VALUE in UTF-8"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}
