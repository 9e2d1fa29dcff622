package io.creditstream.drift;

import io.creditstream.service.process.ServiceProcess;

/**
 * Runs a drift monitor as a process of its own, configured by {@link DriftMonitorSettings}; {@link
 * ServiceProcess} says how it ends.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ServiceProcess.configureLogging();
    new ServiceProcess("creditstream-drift-monitor", "monitor")
        .run(
            args,
            DriftMonitorSettings.all(),
            DriftMonitorSettings::read,
            DriftMonitorApplication::start);
  }
}
