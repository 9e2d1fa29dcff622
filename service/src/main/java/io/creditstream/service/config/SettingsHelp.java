package io.creditstream.service.config;

import java.util.List;

/** The settings of an application, listed for people. */
public final class SettingsHelp {

  private SettingsHelp() {}

  /** Lines of text. */
  public static String of(String application, List<Setting> settings) {
    StringBuilder text = new StringBuilder(application);
    text.append(
        """
         takes each setting as a flag, else from the environment, else from a file:

          --config FILE      file of lines KEY=VALUE with the keys of the environment;
                             CREDITSTREAM_CONFIG names it too
          --kafka KEY=VALUE  any property of the Kafka clients, as in security.protocol=SSL;
                             CREDITSTREAM_KAFKA_SECURITY_PROTOCOL is the same
          --print-config     prints what counts and where it comes from, without secrets
          --help             prints this

        """);
    for (Setting setting : settings) {
      text.append("  %s, %s%n".formatted(setting.flag(), setting.variable()));
      text.append("      %s (%s)%n".formatted(setting.meaning(), presence(setting)));
    }
    return text.toString();
  }

  private static String presence(Setting setting) {
    return setting
        .standard()
        .map(standard -> "default " + standard)
        .orElse(setting.required() ? "required" : "optional");
  }
}
