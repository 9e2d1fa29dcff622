package io.creditstream.scorer;

import io.creditstream.service.process.ServiceProcess;

/**
 * Runs a scorer as a process of its own, configured by {@link ScorerSettings}; {@link
 * ServiceProcess} says how it ends.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ServiceProcess.configureLogging();
    new ServiceProcess("creditstream-scorer", "scorer")
        .run(args, ScorerSettings.all(), ScorerSettings::read, ScorerApplication::start);
  }
}
