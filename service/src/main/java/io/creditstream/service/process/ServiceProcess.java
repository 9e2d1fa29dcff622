package io.creditstream.service.process;

import io.creditstream.service.config.Arguments;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.Setting;
import io.creditstream.service.config.SettingsHelp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A process that is one application: starts it, closes it on SIGTERM. Ends with exit code 1 and one
 * line that says how to mend it when it cannot start or has given up, with 2 when the configuration
 * is wrong.
 *
 * @param name what its lines to the user begin with, for example {@code creditstream-scorer}
 * @param word what the user calls the application, for example {@code scorer}
 */
public record ServiceProcess(String name, String word) {

  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final long HEALTH_INTERVAL_MS = 1_000;

  /** Logs to the console unless another configuration is given; to be called before any log. */
  public static void configureLogging() {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "logback-service.xml");
    }
  }

  /**
   * Runs the application until it has given up, the process is ended or this thread interrupted; or
   * prints its settings or its configuration, where the arguments ask for that.
   *
   * @param arguments as {@link Arguments} describes them
   * @param settings all that the application knows
   * @param read makes the configuration from values of them; an {@link IllegalArgumentException}
   *     says what is wrong with it
   * @param start starts the application; a {@link RuntimeException} says how to mend it
   */
  public <C> void run(
      String[] arguments,
      List<Setting> settings,
      Function<Configuration, C> read,
      Function<C, ? extends Application> start) {
    C config;
    try {
      Arguments parsed = Arguments.parse(settings, arguments);
      if (parsed.help()) {
        System.out.print(SettingsHelp.of(name, settings));
        return;
      }
      Configuration configuration = parsed.configuration(settings, System.getenv());
      config = read.apply(configuration);
      if (parsed.printConfig()) {
        configuration.lines().forEach(System.out::println);
        return;
      }
    } catch (IllegalArgumentException e) {
      end(WRONG_USAGE, e);
      return;
    }
    try {
      watch(() -> start.apply(config));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      end(FAILED, e);
    }
  }

  private void watch(Supplier<? extends Application> start) throws InterruptedException {
    try (Application application = start.get()) {
      Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
      System.out.println(name + ": listening on " + application.uri());
      Map<String, String> problems = application.health().whyNotAlive();
      while (problems.isEmpty()) {
        Thread.sleep(HEALTH_INTERVAL_MS);
        problems = application.health().whyNotAlive();
      }
      throw new IllegalStateException(
          "the stream has given up (%s); its log says why, start the %s again once that is mended"
              .formatted(String.join("; ", problems.values()), word));
    }
  }

  private void end(int code, RuntimeException cause) {
    System.err.println(name + ": " + cause.getMessage());
    System.exit(code);
  }
}
