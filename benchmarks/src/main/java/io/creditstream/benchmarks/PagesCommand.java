package io.creditstream.benchmarks;

import io.creditstream.benchmarks.pages.Pages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the pages of the advisor. */
@Command(
    name = "pages",
    description = "Fills the advisor's store with drawn decisions and measures its pages.",
    mixinStandardHelpOptions = true)
final class PagesCommand implements Callable<Integer> {

  @Option(
      names = "--decisions",
      defaultValue = "1000000",
      description = "How many decisions (default ${DEFAULT-VALUE}).")
  private int decisions;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the store; one that is filled already is measured as it is.")
  private Path directory = Path.of(".");

  @Option(
      names = "--browser",
      paramLabel = "PROGRAM",
      description = "Chromium, to measure also when it shows the first content of each page.")
  private @Nullable Path chromium;

  @Override
  public Integer call() {
    System.out.println(Machine.describe());
    System.out.print(new Pages(directory, decisions, Optional.ofNullable(chromium)).measure());
    return 0;
  }
}
