package io.creditstream.standalone.cli;

import io.creditstream.simulator.population.PopulationFiles;
import io.creditstream.simulator.population.PopulationWriter;
import io.creditstream.trainer.ConsoleProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "population",
    description = "Writes a synthetic population as files in the Kaggle layout.",
    mixinStandardHelpOptions = true)
final class PopulationCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Directory to write; it must be empty or not exist.")
  private Path out = Path.of(".");

  @Option(
      names = "--train",
      defaultValue = "10000",
      description = "Clients of application_train (default ${DEFAULT-VALUE}).")
  private long train;

  @Option(
      names = "--test",
      defaultValue = "2000",
      description = "Clients of application_test (default ${DEFAULT-VALUE}).")
  private long test;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed writes the same files (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--plain", description = "Write .csv instead of .csv.gz.")
  private boolean plain;

  @Override
  public Integer call() throws IOException {
    try (ConsoleProgress progress = new ConsoleProgress(System.err)) {
      PopulationWriter.write(
          out,
          new PopulationFiles(train, test, seed, !plain),
          (clients, total) -> progress.at("Writing clients", clients, total));
    }
    System.out.println("Population written to " + out);
    return 0;
  }
}
