package io.creditstream.scorer;

import io.creditstream.service.process.ServiceProcess;

/**
 * Runs a scorer as a process of its own, configured by environment variables (see {@link
 * Environment}); {@link ServiceProcess} says how it ends.
 */
public final class Main {

  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "logback-scorer.xml");
    }
    new ServiceProcess("creditstream-scorer", "scorer")
        .run(() -> Environment.read(System.getenv()), ScorerApplication::start);
  }
}
