package io.creditstream.advisor;

import io.creditstream.service.process.ServiceProcess;

/**
 * Runs an advisor as a process of its own, configured by {@link AdvisorSettings}; {@link
 * ServiceProcess} says how it ends.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ServiceProcess.configureLogging();
    new ServiceProcess("creditstream-advisor", "advisor")
        .run(args, AdvisorSettings.all(), AdvisorSettings::read, AdvisorApplication::start);
  }
}
