package io.creditstream.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws two files, unless they are there, and has the command compare them. */
public final class ReportTimes {

  private final Path directory;
  private final List<String> command;

  /**
   * @param directory for the files
   * @param command what is run with {@code drift-report} and its options
   */
  public ReportTimes(Path directory, List<String> command) {
    this.directory = directory;
    this.command = List.copyOf(command);
  }

  /** A line in Markdown with what it took. */
  public String measure(
      int referenceRows, int currentRows, int columns, Map<String, String> environment)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    DrawnFile drawn = new DrawnFile(columns);
    Path reference = file(drawn, "reference", referenceRows, columns, false, 2);
    Path current = file(drawn, "current", currentRows, columns, true, 3);
    Path page = directory.resolve("report.html");
    TimedProcess process =
        TimedProcess.run(
            arguments(reference, current, page, directory.resolve("report.json")), environment);
    return String.format(
        Locale.ROOT,
        "| reference rows | rows | columns | MB of files | seconds | peak memory, MB | page, MB |%n"
            + "|---|---|---|---|---|---|---|%n| %,d | %,d | %d | %,d | %.1f | %,d | %.1f |%n",
        referenceRows,
        currentRows,
        columns,
        (Files.size(reference) + Files.size(current)) / 1_000_000,
        process.seconds(),
        process.peakBytes() / 1_000_000,
        Files.size(page) / 1e6);
  }

  private Path file(DrawnFile drawn, String name, int rows, int columns, boolean drifted, long seed)
      throws IOException {
    Path file = directory.resolve("%s-%d-%d.csv".formatted(name, rows, columns));
    if (Files.notExists(file)) {
      Path part = directory.resolve(name + ".part");
      drawn.write(part, rows, drifted, seed);
      Files.move(part, file);
    }
    return file;
  }

  private List<String> arguments(Path reference, Path current, Path page, Path json) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(
        List.of(
            "drift-report",
            "--reference",
            reference.toString(),
            "--current",
            current.toString(),
            "--out",
            page.toString(),
            "--json",
            json.toString()));
    return arguments;
  }
}
