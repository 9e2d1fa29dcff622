package io.creditstream.standalone.cli;

import picocli.CommandLine;

/** Starts the command that the arguments name. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Exit codes: 0 done, 1 failed with one line that says how to mend it, 2 wrong usage. */
  public static CommandLine commandLine() {
    return new CommandLine(new CreditstreamCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new OneLineErrors());
  }
}
