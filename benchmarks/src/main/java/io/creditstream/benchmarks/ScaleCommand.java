package io.creditstream.benchmarks;

import io.creditstream.benchmarks.pipeline.ScaleOptions;
import io.creditstream.benchmarks.pipeline.Scaled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how the scorer scales. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Measures scorers in processes of their own on three brokers: by instances, threads, partitions.")
final class ScaleCommand implements Callable<Integer> {

  @Option(names = "--bundle", required = true, description = "the model")
  private Path bundle = Path.of("");

  @Option(names = "--clients", description = "clients with history")
  private int clients = 1000;

  @Option(names = "--applications", description = "applications of one measurement")
  private int applications = 20_000;

  @Option(names = "--repeats", description = "measurements of each figure; the median counts")
  private int repeats = 3;

  @Option(names = "--partitions", split = ",", description = "partitions of the topics")
  private List<Integer> partitions = List.of(4, 12);

  @Option(names = "--threads", split = ",", description = "stream threads of an instance")
  private List<Integer> threads = List.of(1, 2);

  @Option(names = "--instances", split = ",", description = "scorers at once")
  private List<Integer> instances = List.of(1, 2, 3);

  @Option(names = "--standby", description = "copies of the state on other instances")
  private int standby;

  @Override
  public Integer call() throws IOException {
    Path directory = Files.createTempDirectory("creditstream-benchmarks-");
    try {
      System.out.println(Machine.describe());
      Scaled.measure(
          new ScaleOptions(
              directory,
              bundle,
              clients,
              applications,
              repeats,
              partitions,
              threads,
              instances,
              standby),
          System.out);
      return 0;
    } finally {
      Directories.delete(directory);
    }
  }
}
