package io.creditstream.standalone.cli;

import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.run.StandaloneOptions;
import io.creditstream.standalone.run.StandaloneRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "standalone",
    description =
        "Runs everything in one process: broker, registry, model, scorer, drift monitor, advisor,"
            + " stream.",
    mixinStandardHelpOptions = true)
final class StandaloneCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Files in the Kaggle layout instead of the synthetic population: trains on"
              + " application_train, streams application_test.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--applications",
      paramLabel = "N",
      description = "Stop after N applications (default: all of the files, or on Ctrl-C).")
  private Optional<Long> applications = Optional.empty();

  @Option(
      names = "--drift",
      description = "Shift the population half way: income, external scores, bureau data.")
  private boolean drift;

  @Option(names = "--summary", paramLabel = "FILE", description = "Write the summary as JSON.")
  private Optional<Path> summary = Optional.empty();

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Advisor at PORT, scorer at PORT+1, drift monitor at PORT+2, schema registry at PORT+3,"
              + " broker at PORT+4; 0 for free ports (default ${DEFAULT-VALUE}).")
  private int portBase;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where everything durable lies (default: a directory below ./data).")
  private Optional<Path> dataDir = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "200",
      description =
          "Applications a second; Infinity for as fast as possible (default"
              + " ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      description =
          "Length of a drift window in event time; it takes 500 applications (default"
              + " ${DEFAULT-VALUE}).")
  private Duration window = Duration.ZERO;

  @Override
  public Integer call() {
    StandaloneOptions options = options();
    prepare(options);
    try (OrderlyShutdown shutdown = new OrderlyShutdown()) {
      run(options, shutdown);
    }
    return 0;
  }

  private static void run(StandaloneOptions options, OrderlyShutdown shutdown) {
    try {
      new StandaloneRun(options, System.out).run(shutdown.signal());
      shutdown.succeeded();
    } catch (RuntimeException e) {
      if (shutdown.signal().isRequested()) {
        // The process ends before anybody else could print it.
        System.err.println("creditstream: " + OneLineErrors.line(e));
      }
      throw e;
    }
  }

  private StandaloneOptions options() {
    try {
      return new StandaloneOptions(
          data,
          dataDir.orElseGet(() -> DataDirectories.of(data)),
          applications.map(OptionalLong::of).orElseGet(OptionalLong::empty),
          drift,
          summary,
          portBase,
          rate,
          window);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private void prepare(StandaloneOptions options) {
    Path directory = options.dataDirectory();
    try {
      Files.createDirectories(directory);
      if (!Files.isWritable(directory)) {
        throw new AccessDeniedException(directory.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write to %s; give another --data-dir".formatted(directory), e);
    }
    options.summary().ifPresent(file -> OutputFiles.requireWritable(file, "--summary"));
    Logging.toFile(new DataDirectory(directory).log());
    if (dataDir.isEmpty()) {
      DataDirectories.remember(directory);
    }
  }
}
