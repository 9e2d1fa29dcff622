package io.creditstream.service.config;

import io.creditstream.service.text.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of an application: a flag for each setting, {@code --port 8081} or {@code
 * --port=8081}; {@code --kafka KEY=VALUE} for any property of the Kafka clients; {@code --config
 * FILE}; {@code --print-config}; {@code --help}.
 *
 * @param flags values by the keys of the environment
 * @param file the file of settings
 * @param printConfig whether to print the configuration instead of starting
 * @param help whether to print the settings instead of starting
 */
public record Arguments(
    Map<String, String> flags, Optional<Path> file, boolean printConfig, boolean help) {

  private static final String KAFKA = "--kafka";
  private static final String CONFIG = "--config";
  private static final String PRINT = "--print-config";
  private static final String HELP = "--help";

  /**
   * The arguments of a command that has options of its own for some settings.
   *
   * @param flags values of settings
   * @param properties properties of the Kafka clients
   * @param file the file of settings
   */
  public static Arguments of(
      Map<Setting, String> flags, Map<String, String> properties, Optional<Path> file) {
    Map<String, String> all = new HashMap<>();
    flags.forEach((setting, value) -> all.put(setting.variable(), value));
    properties.forEach((property, value) -> all.put(KafkaProperty.variable(property), value));
    return new Arguments(all, file, false, false);
  }

  /**
   * Reads arguments.
   *
   * @param settings all that the application knows
   * @throws IllegalArgumentException naming what is not known, with the nearest that is
   */
  public static Arguments parse(List<Setting> settings, String... arguments) {
    Map<String, String> keys = new HashMap<>();
    settings.forEach(setting -> keys.put(setting.flag(), setting.variable()));
    Map<String, String> flags = new HashMap<>();
    Optional<Path> file = Optional.empty();
    boolean print = false;
    boolean help = false;
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      String flag = argument.split("=", 2)[0];
      if (argument.equals(PRINT)) {
        print = true;
      } else if (argument.equals(HELP)) {
        help = true;
      } else if (flag.equals(CONFIG)) {
        file = Optional.of(Path.of(value(argument, rest)));
      } else if (flag.equals(KAFKA)) {
        addProperty(value(argument, rest), flags);
      } else {
        flags.put(key(flag, keys), value(argument, rest));
      }
    }
    return new Arguments(flags, file, print, help);
  }

  /**
   * What counts with these arguments.
   *
   * @throws IllegalArgumentException naming a key that is not known, or if the file cannot be read
   */
  public Configuration configuration(List<Setting> settings, Map<String, String> environment) {
    return Configuration.of(settings, Sources.of(environment, flags, file));
  }

  private static String key(String flag, Map<String, String> keys) {
    String key = keys.get(flag);
    if (key == null) {
      List<String> known = new ArrayList<>(keys.keySet());
      known.addAll(List.of(KAFKA, CONFIG, PRINT, HELP));
      throw new IllegalArgumentException(
          flag
              + " is not known"
              + NearestName.of(flag, known)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; --help lists what is"));
    }
    return key;
  }

  private static String value(String argument, Iterator<String> rest) {
    int equals = argument.indexOf('=');
    if (equals >= 0) {
      return argument.substring(equals + 1);
    }
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(argument + " needs a value");
    }
    return rest.next();
  }

  private static void addProperty(String property, Map<String, String> flags) {
    int equals = property.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(KAFKA + " needs KEY=VALUE, as in security.protocol=SSL");
    }
    flags.put(
        KafkaProperty.variable(property.substring(0, equals)), property.substring(equals + 1));
  }
}
