package io.creditstream.benchmarks;

import io.creditstream.benchmarks.pages.Pages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

  @Override
  public Integer call() {
    System.out.print(new Pages(directory, decisions).measure());
    return 0;
  }
}
