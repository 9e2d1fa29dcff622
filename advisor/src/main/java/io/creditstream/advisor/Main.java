package io.creditstream.advisor;

import io.creditstream.service.process.ServiceProcess;

/**
 * Runs an advisor as a process of its own, configured by environment variables (see {@link
 * Environment}); {@link ServiceProcess} says how it ends.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ServiceProcess.configureLogging();
    new ServiceProcess("creditstream-advisor", "advisor")
        .run(() -> Environment.read(System.getenv()), AdvisorApplication::start);
  }
}
