package io.creditstream.benchmarks;

import io.creditstream.benchmarks.kernel.KernelCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
    name = "benchmarks",
    subcommands = {
      PipelineCommand.class,
      ScaleCommand.class,
      StepsCommand.class,
      KernelCommand.class,
      PagesCommand.class,
      ServeCommand.class,
      DriftReportCommand.class
    },
    mixinStandardHelpOptions = true,
    description =
        "Measures the pipeline and how it scales, its API, steps, pages and reports, and what its features are worth.")
public final class Main {

  private Main() {}

  /** Runs the command that is named. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
