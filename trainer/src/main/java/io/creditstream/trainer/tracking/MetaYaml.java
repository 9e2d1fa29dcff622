package io.creditstream.trainer.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code meta.yaml} of MLflow's file store: one level of keys with scalars. Texts are
 * written as JSON strings, which YAML reads as such; texts of MLflow itself may be plain or quoted.
 */
final class MetaYaml {

  private static final String NAME = "meta.yaml";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, String> values;

  private MetaYaml(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  static String text(String key, String value) {
    try {
      return key + ": " + JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String number(String key, long value) {
    return key + ": " + value;
  }

  static String none(String key) {
    return key + ": null";
  }

  /** Replaces the file as a whole: a crash leaves the old one or the new one. */
  static void write(Path directory, List<String> lines) throws IOException {
    Path written = directory.resolve(NAME + ".part");
    Files.write(written, lines);
    Files.move(
        written,
        directory.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static boolean isIn(Path directory) {
    return Files.isRegularFile(directory.resolve(NAME));
  }

  static MetaYaml read(Path directory) {
    Path file = directory.resolve(NAME);
    Map<String, String> values = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int colon = line.indexOf(':');
        if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
          values.put(line.substring(0, colon), unquote(line.substring(colon + 1).strip()));
        }
      }
    } catch (IOException e) {
      throw new TrackingException("cannot read " + file + ": " + e.getMessage(), e);
    }
    return new MetaYaml(file, values);
  }

  private static String unquote(String text) throws JsonProcessingException {
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return JSON.readValue(text, String.class);
    }
    if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    return text;
  }

  /** A value, empty if there is none. */
  String get(String key) {
    return values.getOrDefault(key, "");
  }

  long getLong(String key) {
    try {
      return Long.parseLong(get(key));
    } catch (NumberFormatException e) {
      throw new TrackingException(file + " has no number " + key, e);
    }
  }
}
