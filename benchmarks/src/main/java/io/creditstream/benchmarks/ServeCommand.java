package io.creditstream.benchmarks;

import io.creditstream.benchmarks.serving.Serving;
import io.creditstream.benchmarks.serving.ServingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the what-if of the scorer's API. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Measures POST /v1/score: the compiled model beside LightGBM in the same server, by callers at once.")
final class ServeCommand implements Callable<Integer> {

  private static final double DECLINED = 0.2;

  @Option(names = "--clients", description = "clients with history")
  private int clients = 2000;

  @Option(names = "--callers", split = ",", description = "how many ask at once")
  private List<Integer> callers = List.of(1, 8, 32);

  @Option(names = "--seconds", description = "length of one measurement, after a warm-up as long")
  private int seconds = 10;

  @Option(names = "--repeats", description = "measurements of each figure; the median counts")
  private int repeats = 3;

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(names = "--short", description = "few clients and seconds, to try it out")
  private boolean quick;

  @Override
  public Integer call() throws IOException {
    Path directory = Files.createTempDirectory("creditstream-serving-");
    try {
      System.out.println(Machine.describe());
      Serving.measure(
          quick
              ? new ServingOptions(directory, 200, callers, 2, 1, model.choice(DECLINED))
              : new ServingOptions(
                  directory, clients, callers, seconds, repeats, model.choice(DECLINED)),
          System.out);
      return 0;
    } finally {
      Directories.delete(directory);
    }
  }
}
