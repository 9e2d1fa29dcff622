package io.creditstream.standalone.cli;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Prints what went wrong in one line; the whole story goes to the log. */
final class OneLineErrors implements CommandLine.IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(OneLineErrors.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    LOG.atError().setCause(failure).log("command.failed");
    PrintWriter err = command.getErr();
    if (failure instanceof UsageException) {
      err.println("creditstream: " + failure.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    err.println("creditstream: " + line(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** A failure in one line. */
  static String line(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? "failed (" + failure.getClass().getSimpleName() + ")"
        : message.replaceAll("\\s*\\R\\s*", " ");
  }
}
