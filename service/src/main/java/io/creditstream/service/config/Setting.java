package io.creditstream.service.config;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting of an application: its one declaration. In the environment and in a file it is {@code
 * CREDITSTREAM_WINDOW_SIZES}, as a flag {@code --window-sizes}.
 *
 * @param name its name, without what all begin with
 * @param required whether it must be given
 * @param standard the text that counts when nothing is given; empty where nothing does
 * @param meaning what it is, for people
 * @param secret whether its value is shown to nobody
 */
public record Setting(
    String name, boolean required, Optional<String> standard, String meaning, boolean secret) {

  /** What the names of all variables begin with. */
  public static final String PREFIX = "CREDITSTREAM_";

  public Setting {
    if (!name.matches("[A-Z][A-Z_]*") || name.startsWith(KafkaProperty.PREFIX)) {
      throw new IllegalArgumentException("name " + name + " is none of a setting");
    }
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(meaning, "meaning");
  }

  /** One that must be given. */
  public static Setting required(String name, String meaning) {
    return new Setting(name, true, Optional.empty(), meaning, false);
  }

  /** One that may be left out. */
  public static Setting optional(String name, String meaning) {
    return new Setting(name, false, Optional.empty(), meaning, false);
  }

  /** One that has a value when nothing is given. */
  public static Setting of(String name, Object standard, String meaning) {
    return new Setting(name, false, Optional.of(standard.toString()), meaning, false);
  }

  /** One that may be left out and whose value is shown to nobody. */
  public static Setting secret(String name, String meaning) {
    return new Setting(name, false, Optional.empty(), meaning, true);
  }

  /** Its key in the environment and in a file. */
  public String variable() {
    return PREFIX + name;
  }

  /** Its flag. */
  public String flag() {
    return "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
