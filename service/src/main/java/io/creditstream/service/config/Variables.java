package io.creditstream.service.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables by their name without {@code CREDITSTREAM_}. Every problem is an {@link
 * IllegalArgumentException} that names the variable.
 */
public final class Variables {

  private static final String PREFIX = "CREDITSTREAM_";
  private static final String KAFKA_PREFIX = PREFIX + "KAFKA_";

  private final Map<String, String> variables;

  public Variables(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /**
   * A text that must be there.
   *
   * @param meaning what to give, for the message
   */
  public String require(String name, String meaning) {
    String value = find(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(PREFIX + name + " is not set: give " + meaning);
    }
    return value;
  }

  /** A text, or null. */
  public @Nullable String find(String name) {
    return variables.get(PREFIX + name);
  }

  /** A text. */
  public String text(String name, String otherwise) {
    return variables.getOrDefault(PREFIX + name, otherwise);
  }

  /** A whole number. */
  public int number(String name, int otherwise) {
    return parse(name, Integer.toString(otherwise), Integer::parseInt);
  }

  /** A time span as in ISO 8601, for example {@code PT5M}. */
  public Duration duration(String name, Duration otherwise) {
    return parse(name, otherwise.toString(), Duration::parse);
  }

  /** Time spans as in ISO 8601, between commas, for example {@code PT5M,PT1H}. */
  public List<Duration> durations(String name, List<Duration> otherwise) {
    return parse(
        name,
        otherwise.stream().map(Duration::toString).collect(Collectors.joining(",")),
        text -> Arrays.stream(text.split(",")).map(String::strip).map(Duration::parse).toList());
  }

  /** Either {@code true} or {@code false}. */
  public boolean flag(String name, boolean otherwise) {
    return parse(name, Boolean.toString(otherwise), Variables::flag);
  }

  /** One of the constants of an enumeration, in small letters. */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    String value = text(name, word(otherwise));
    for (E choice : otherwise.getDeclaringClass().getEnumConstants()) {
      if (word(choice).equals(value)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        PREFIX + name + " is not understood: the default is " + word(otherwise));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Properties of the Kafka clients: {@code CREDITSTREAM_KAFKA_SECURITY_PROTOCOL} is {@code
   * security.protocol}.
   */
  public Map<String, String> clientProperties() {
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
