package io.creditstream.service.config;

import io.creditstream.service.text.NearestName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where values were given: flags over environment over a file. Keys are those of the environment.
 *
 * @param file name of the file, for messages; empty where there is none
 * @param byOrigin values by where they were given
 */
record Sources(Optional<Path> file, Map<Origin, Map<String, String>> byOrigin) {

  /** The variable that names the file where no flag does. */
  static final String FILE_VARIABLE = Setting.PREFIX + "CONFIG";

  /** For the script that starts Java, in the environment of every process. */
  private static final String JAVA_OPTIONS = Setting.PREFIX + "JAVA_OPTS";

  /**
   * Takes the variables of the environment that are meant for this product.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  static Sources of(
      Map<String, String> environment, Map<String, String> flags, Optional<Path> fileOfFlag) {
    Optional<Path> file =
        fileOfFlag.or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of));
    Map<String, String> variables = new HashMap<>(environment);
    variables
        .keySet()
        .removeIf(
            name ->
                !name.startsWith(Setting.PREFIX)
                    || name.equals(FILE_VARIABLE)
                    || name.equals(JAVA_OPTIONS));
    return new Sources(
        file,
        Map.of(
            Origin.FILE, file.map(ConfigurationFile::read).orElseGet(Map::of),
            Origin.ENVIRONMENT, variables,
            Origin.FLAG, flags));
  }

  /** A value that was given. */
  record Given(String value, Origin origin) {}

  /** What counts, by key, in the order of the keys. */
  Map<String, Given> merged() {
    Map<String, Given> merged = new TreeMap<>();
    for (Origin origin : Origin.values()) {
      byOrigin
          .getOrDefault(origin, Map.of())
          .forEach((key, value) -> merged.put(canonical(key), new Given(value, origin)));
    }
    return merged;
  }

  /** A property of the Kafka clients may be written in two ways. */
  private static String canonical(String key) {
    return KafkaProperty.is(key) ? KafkaProperty.variable(KafkaProperty.of(key)) : key;
  }

  /**
   * Refuses what is neither a setting nor a property of the Kafka clients.
   *
   * @throws IllegalArgumentException naming the key, with the nearest that is known
   */
  void requireKnown(List<Setting> settings) {
    Set<String> known = settings.stream().map(Setting::variable).collect(Collectors.toSet());
    merged()
        .forEach(
            (key, value) -> {
              if (!known.contains(key) && !KafkaProperty.is(key)) {
                throw new IllegalArgumentException(
                    key + " is not known" + place(value.origin()) + nearest(key, settings));
              }
            });
  }

  private String place(Origin origin) {
    return origin == Origin.FILE ? " (in " + file.map(Path::toString).orElse("") + ")" : "";
  }

  private static String nearest(String key, List<Setting> settings) {
    String name = key.startsWith(Setting.PREFIX) ? key.substring(Setting.PREFIX.length()) : key;
    return NearestName.of(name, settings.stream().map(Setting::name).toList())
        .map(near -> "; did you mean " + Setting.PREFIX + near + "?")
        .orElse("; --help lists what is");
  }
}
