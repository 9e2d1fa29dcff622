package io.creditstream.standalone.cli;

import io.creditstream.drift.comparison.TableComparison;
import io.creditstream.drift.document.ComparisonJson;
import io.creditstream.drift.document.ComparisonPage;
import io.creditstream.drift.table.SpilledTable;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.trainer.ConsoleProgress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "drift-report",
    description =
        "Compares two CSV files column by column: application_train with application_test, or two"
            + " feature matrices.",
    mixinStandardHelpOptions = true)
final class DriftReportCommand implements Callable<Integer> {

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "A.csv",
      description = "What is compared with, .csv or .csv.gz.")
  private Path reference = Path.of(".");

  @Option(
      names = "--current",
      required = true,
      paramLabel = "B.csv",
      description = "What is compared, .csv or .csv.gz.")
  private Path current = Path.of(".");

  @Option(
      names = "--features",
      split = ",",
      paramLabel = "NAME",
      description = "Columns to compare (default: all but the client id).")
  private Set<String> features = new LinkedHashSet<>();

  @Option(names = "--out", paramLabel = "FILE.html", description = "Write the report as a page.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE.json", description = "Write the report as JSON.")
  private Optional<Path> json = Optional.empty();

  @Override
  public Integer call() {
    if (out.isPresent()) {
      OutputFiles.requireWritable(out.get(), "--out");
    }
    if (json.isPresent()) {
      OutputFiles.requireWritable(json.get(), "--json");
    }
    TableComparison comparison = compare();
    if (out.isPresent()) {
      OutputFiles.write(out.get(), ComparisonPage.of(comparison, name(reference), name(current)));
    }
    if (json.isPresent()) {
      OutputFiles.write(json.get(), ComparisonJson.of(comparison));
    }
    print(comparison);
    return 0;
  }

  private TableComparison compare() {
    try (ConsoleProgress progress = new ConsoleProgress(System.err);
        SpilledTable before = read(reference, progress);
        SpilledTable after = read(current, progress)) {
      return TableComparison.of(
          before, after, features, (done, total) -> progress.at("Comparing", done, total));
    }
  }

  private static SpilledTable read(Path file, ConsoleProgress progress) {
    progress.at("Reading " + name(file), 0, 1);
    SpilledTable table = SpilledTable.read(file);
    progress.at("Reading " + name(file), 1, 1);
    return table;
  }

  private void print(TableComparison comparison) {
    System.out.printf(
        "%,d rows against %,d: %d columns alert, %d warn, %d stable, %d insufficient%n",
        comparison.currentRows(),
        comparison.referenceRows(),
        comparison.count(DriftStatus.ALERT),
        comparison.count(DriftStatus.WARNING),
        comparison.count(DriftStatus.STABLE),
        comparison.count(DriftStatus.INSUFFICIENT));
    comparison.worstFirst().stream()
        .filter(column -> column.verdict().verdict().compareTo(DriftStatus.STABLE) > 0)
        .forEach(
            column ->
                System.out.printf(
                    "  %-8s %-40s PSI %.3f%n",
                    column.verdict().verdict().name().toLowerCase(Locale.ROOT),
                    column.name(),
                    column.measure().psi()));
    out.ifPresent(file -> System.out.println("Report written to " + file));
    json.ifPresent(file -> System.out.println("Figures written to " + file));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
