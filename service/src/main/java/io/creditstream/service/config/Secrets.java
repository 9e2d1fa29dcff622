package io.creditstream.service.config;

import java.util.regex.Pattern;

/** Shows values to people without what nobody may see. */
final class Secrets {

  static final String MASK = "********";

  /** What stands before the host of a URL; several URLs may stand in a row. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)(?:(?!://).)*@");

  /** A parameter of a URL, as in {@code jdbc:postgresql://host/database?password=…}. */
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)(?<=[?&;])([^=&;]*(?:pass|secret|token|key)[^=&;]*=)[^&;]*");

  private Secrets() {}

  /** The value of a setting. */
  static String show(Setting setting, String value) {
    return setting.secret() ? MASK : withoutCredentials(value);
  }

  /** The value of a property of the Kafka clients; shown only if it is known to be no secret. */
  static String showProperty(String property, String value) {
    return KafkaProperty.isPublic(property) ? withoutCredentials(value) : MASK;
  }

  private static String withoutCredentials(String value) {
    String anonymous = PARAMETER.matcher(value).replaceAll("$1" + MASK);
    return USER_INFO.matcher(anonymous).replaceAll(MASK + "@");
  }
}
