package io.creditstream.standalone.cli;

import picocli.CommandLine;

/** Starts the command that the arguments name. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  private static int execute(String... arguments) {
    try {
      return commandLine().execute(arguments);
    } catch (OutOfMemoryError e) {
      System.err.printf(
          "Java had too little memory with %,d MiB; give it more, such as"
              + " CREDITSTREAM_JAVA_OPTS=-Xmx4g%n",
          Runtime.getRuntime().maxMemory() >> 20);
      return 1;
    }
  }

  /** Exit codes: 0 done, 1 failed with one line that says how to mend it, 2 wrong usage. */
  public static CommandLine commandLine() {
    return new CommandLine(new CreditstreamCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new OneLineErrors());
  }
}
