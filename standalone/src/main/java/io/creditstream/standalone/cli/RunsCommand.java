package io.creditstream.standalone.cli;

import io.creditstream.trainer.tracking.LocalRuns;
import io.creditstream.trainer.tracking.RecordedRun;
import io.creditstream.trainer.tracking.TrackingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

@Command(
    name = "runs",
    description = "Lists and compares recorded training runs, offline.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

  private static final int SHORT_ID = 8;

  /** What runs are sorted by: the best comes first. */
  enum Order {
    AUC(Comparator.comparing((RecordedRun run) -> -metric(run, "auc", 0))),
    COST(Comparator.comparing((RecordedRun run) -> metric(run, "cost", Double.MAX_VALUE)));

    private final Comparator<RecordedRun> comparator;

    Order(Comparator<RecordedRun> comparator) {
      this.comparator = comparator;
    }
  }

  @Option(
      names = "--tracking",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Directory of the runs (default: that of MLFLOW_TRACKING_URI, else ./mlruns).")
  private Optional<Path> tracking = Optional.empty();

  @Option(
      names = "--sort",
      scope = ScopeType.INHERIT,
      description = "One of ${COMPLETION-CANDIDATES} (default: the newest first).")
  private Optional<Order> order = Optional.empty();

  @Option(
      names = "--all",
      scope = ScopeType.INHERIT,
      description = "List trials and compared models too.")
  private boolean all;

  @Override
  public Integer call() {
    return list();
  }

  @Command(
      name = "list",
      description = "Lists runs, the newest first.",
      mixinStandardHelpOptions = true)
  Integer list() {
    List<RecordedRun> runs =
        new ArrayList<>(runs().stream().filter(run -> all || run.parent().isEmpty()).toList());
    order.ifPresent(by -> runs.sort(by.comparator));
    if (runs.isEmpty()) {
      System.out.println("No runs in " + directory());
      return 0;
    }
    TextTable table =
        new TextTable(
            "run", "name", "started", "status", "AUC", "cost", "log-loss", "trees", "seconds");
    for (RecordedRun run : runs) {
      table.row(
          run.id().substring(0, Math.min(SHORT_ID, run.id().length())),
          run.name(),
          run.startedAt().toString().substring(0, 16),
          run.status().name(),
          figure(run.metrics().get("auc")),
          figure(run.metrics().get("cost")),
          figure(run.metrics().get("log_loss")),
          figure(run.metrics().get("trees")),
          figure(run.metrics().get("seconds")));
    }
    System.out.print(table);
    return 0;
  }

  @Command(
      name = "compare",
      description = "Compares parameters and metrics of runs; differences are marked with *.",
      mixinStandardHelpOptions = true)
  Integer compare(
      @Parameters(arity = "2..*", paramLabel = "RUN", description = "Ids, or their beginnings.")
          List<String> ids) {
    List<RecordedRun> known = runs();
    List<RecordedRun> chosen = ids.stream().map(id -> find(known, id)).toList();
    System.out.print(RunComparison.of(chosen));
    return 0;
  }

  private RecordedRun find(List<RecordedRun> runs, String id) {
    List<RecordedRun> found = runs.stream().filter(run -> run.id().startsWith(id)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%s run in %s begins with %s; see ./creditstream runs --all"
              .formatted(found.isEmpty() ? "no" : "more than one", directory(), id));
    }
    return found.get(0);
  }

  private List<RecordedRun> runs() {
    return LocalRuns.read(directory());
  }

  private Path directory() {
    return tracking.orElseGet(() -> TrackingSettings.of(System.getenv()).directory());
  }

  private static double metric(RecordedRun run, String name, double otherwise) {
    Double value = run.metrics().get(name);
    return value == null ? otherwise : value;
  }

  static String figure(@Nullable Double value) {
    if (value == null) {
      return "-";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString(value.longValue())
        : String.format(Locale.ROOT, "%.5g", value);
  }
}
