package io.creditstream.standalone.cli;

import io.creditstream.standalone.run.StopSignal;
import java.time.Duration;
import picocli.CommandLine.ExitCode;

/** On Ctrl-C or SIGTERM lets a run come to its end, with its summary, before the process ends. */
final class OrderlyShutdown implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StopSignal signal = new StopSignal();
  private final Thread hook = new Thread(this::end, "shutdown");
  private volatile int exitCode = ExitCode.SOFTWARE;

  OrderlyShutdown() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What the run has to heed. */
  StopSignal signal() {
    return signal;
  }

  /** Says that the run did what it was asked for. */
  void succeeded() {
    exitCode = ExitCode.OK;
  }

  /** Says that the run is over. */
  @Override
  public void close() {
    signal.done();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook waits for the signal.
    }
  }

  private void end() {
    signal.request();
    signal.awaitDone(PATIENCE);
    System.out.flush();
    // The signal would make the exit code tell of an interruption; the run ended in order.
    Runtime.getRuntime().halt(exitCode);
  }
}
