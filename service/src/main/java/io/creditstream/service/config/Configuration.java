package io.creditstream.service.config;

import io.creditstream.service.config.Sources.Given;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of the settings of an application, and where each comes from. Every problem is an
 * {@link IllegalArgumentException} that names the setting as the environment does.
 */
public final class Configuration {

  private final List<Setting> settings;
  private final Map<String, Given> given;
  private final Map<Setting, String> derived = new HashMap<>();

  private Configuration(List<Setting> settings, Map<String, Given> given) {
    this.settings = List.copyOf(settings);
    this.given = given;
  }

  /**
   * What was given.
   *
   * @param settings all that the application knows
   * @throws IllegalArgumentException naming a key that is none of them, with the nearest of them
   */
  static Configuration of(List<Setting> settings, Sources sources) {
    sources.requireKnown(settings);
    return new Configuration(settings, sources.merged());
  }

  /** What the environment gives, and a file that it names. */
  public static Configuration ofEnvironment(
      List<Setting> settings, Map<String, String> environment) {
    return of(settings, Sources.of(environment, Map.of(), Optional.empty()));
  }

  /** A text that must be there. */
  public String require(Setting setting) {
    String value = find(setting);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          setting.variable() + " is not set: give " + setting.meaning());
    }
    return value;
  }

  /** A text, or null where none was given and none is the default. */
  public @Nullable String find(Setting setting) {
    Given value = given.get(setting.variable());
    return value == null ? standard(setting) : value.value();
  }

  private @Nullable String standard(Setting setting) {
    return setting.standard().orElseGet(() -> derived.get(setting));
  }

  /** A text that is given or has a default. */
  public String text(Setting setting) {
    String value = find(setting);
    if (value == null) {
      throw new IllegalArgumentException(setting.variable() + " is not set");
    }
    return value;
  }

  /** A whole number. */
  public int number(Setting setting) {
    return parse(setting, Integer::parseInt);
  }

  /** A whole number, with a default that follows from other settings. */
  public int number(Setting setting, int otherwise) {
    derived.put(setting, Integer.toString(otherwise));
    return number(setting);
  }

  /** A time span as in ISO 8601, for example {@code PT5M}. */
  public Duration duration(Setting setting) {
    return parse(setting, Duration::parse);
  }

  /** Time spans as in ISO 8601, between commas, for example {@code PT5M,PT1H}. */
  public List<Duration> durations(Setting setting) {
    return parse(
        setting,
        text -> Arrays.stream(text.split(",")).map(String::strip).map(Duration::parse).toList());
  }

  /** Texts between commas; none where nothing is given. */
  public List<String> list(Setting setting) {
    String text = find(setting);
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  /** Either {@code true} or {@code false}. */
  public boolean flag(Setting setting) {
    return parse(setting, Configuration::flag);
  }

  /** One of the constants of an enumeration, in small letters. */
  public <E extends Enum<E>> E choice(Setting setting, Class<E> choices) {
    return parse(setting, text -> choice(text, choices));
  }

  /** How a constant of an enumeration is written. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E choice(String text, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> word(choice).equals(text))
        .findFirst()
        .orElseThrow(() -> new NumberFormatException("none of the choices"));
  }

  /** What another kind of text means; empty where none was given. */
  public <T> Optional<T> optional(Setting setting, Function<String, T> parser) {
    String text = find(setting);
    try {
      return Optional.ofNullable(text).map(parser);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          setting.variable() + " is not understood: " + e.getMessage(), e);
    }
  }

  /** What another kind of text means that is given or has a default. */
  public <T> T parsed(Setting setting, Function<String, T> parser) {
    text(setting);
    return optional(setting, parser).orElseThrow();
  }

  /** A text or nothing. */
  public Optional<String> optional(Setting setting) {
    return Optional.ofNullable(find(setting));
  }

  /** A file or directory, or nothing. */
  public Optional<Path> path(Setting setting) {
    return optional(setting).map(Path::of);
  }

  /**
   * Properties of the Kafka clients: {@code CREDITSTREAM_KAFKA_SECURITY_PROTOCOL} is {@code
   * security.protocol}.
   */
  public Map<String, String> clientProperties() {
    return given.entrySet().stream()
        .filter(entry -> KafkaProperty.is(entry.getKey()))
        .collect(
            Collectors.toMap(
                entry -> KafkaProperty.of(entry.getKey()), entry -> entry.getValue().value()));
  }

  /**
   * What counts, a line each: where it comes from, its key and its value without secrets. Settings
   * that have no value are left out. To be asked for once all of them were read.
   */
  public List<String> lines() {
    return lines(settings);
  }

  /** The lines of these settings and of the properties of the Kafka clients. */
  public List<String> lines(List<Setting> some) {
    List<String> lines = new ArrayList<>();
    for (Setting setting : some) {
      effective(setting).map(value -> ConfigurationLine.of(setting, value)).ifPresent(lines::add);
    }
    given.forEach(
        (key, value) -> {
          if (KafkaProperty.is(key)) {
            lines.add(ConfigurationLine.ofProperty(key, value));
          }
        });
    return lines;
  }

  private Optional<Given> effective(Setting setting) {
    return Optional.ofNullable(given.get(setting.variable()))
        .or(
            () ->
                Optional.ofNullable(standard(setting))
                    .map(value -> new Given(value, Origin.DEFAULT)));
  }

  private <T> T parse(Setting setting, Function<String, T> parser) {
    try {
      return parser.apply(text(setting));
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(
          setting.variable() + " is not understood: the default is " + standard(setting), e);
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
