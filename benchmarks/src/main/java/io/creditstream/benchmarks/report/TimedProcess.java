package io.creditstream.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process from its start to its end.
 *
 * @param seconds how long it took, start of the virtual machine included
 * @param peakBytes most memory that it held at once, as the kernel counts it; 0 where it does not
 */
record TimedProcess(double seconds, long peakBytes) {

  private static final long LOOK_MILLIS = 20;

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it does not end well
   */
  static TimedProcess run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(process.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue());
    }
    return new TimedProcess(seconds, peak);
  }

  /** The line {@code VmHWM: 123 kB} of the kernel. */
  private static long peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
