package io.creditstream.benchmarks;

import io.creditstream.benchmarks.report.ReportTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the drift report of large files. */
@Command(
    name = "drift-report",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Draws two large CSV files and times ./creditstream drift-report on them.")
final class DriftReportCommand implements Callable<Integer> {

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "directory of the files; those that are there are taken as they are")
  private Path directory = Path.of(".");

  @Option(names = "--reference-rows", description = "rows of the reference")
  private int referenceRows = 300_000;

  @Option(names = "--rows", description = "rows that are compared with it")
  private int rows = 50_000;

  @Option(names = "--columns", description = "columns of both")
  private int columns = 797;

  @Option(names = "--command", description = "what is measured")
  private String command = "./creditstream";

  @Option(names = "--java-opts", description = "options of its virtual machine")
  private String javaOptions = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.describe());
    System.out.print(
        new ReportTimes(directory, List.of(command))
            .measure(
                referenceRows,
                rows,
                columns,
                javaOptions.isEmpty() ? Map.of() : Map.of("CREDITSTREAM_JAVA_OPTS", javaOptions)));
    return 0;
  }
}
