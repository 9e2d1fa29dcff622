package io.creditstream.drift;

import io.creditstream.service.process.ServiceProcess;

/**
 * Runs a drift monitor as a process of its own, configured by environment variables (see {@link
 * Environment}); {@link ServiceProcess} says how it ends.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ServiceProcess.configureLogging();
    new ServiceProcess("creditstream-drift-monitor", "monitor")
        .run(() -> Environment.read(System.getenv()), DriftMonitorApplication::start);
  }
}
