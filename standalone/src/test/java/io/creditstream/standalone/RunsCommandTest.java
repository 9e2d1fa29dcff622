package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.trainer.tracking.LocalRuns;
import io.creditstream.trainer.tracking.Metric;
import io.creditstream.trainer.tracking.RunStatus;
import io.creditstream.trainer.tracking.RunTracker;
import io.creditstream.trainer.tracking.RunTrackers;
import io.creditstream.trainer.tracking.TrackedRun;
import io.creditstream.trainer.tracking.TrackingSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {

  @TempDir Path directory;

  @Test
  void shouldListRunsTheNewestFirstAndSortedByWhatIsAsked() {
    record("old", "0.05", 0.77, 0.52, 0);
    record("new", "0.05", 0.75, 0.50, 1);

    assertThat(names(runs("runs"))).containsExactly("new", "old");
    assertThat(names(runs("runs", "list"))).containsExactly("new", "old");
    assertThat(names(runs("runs", "list", "--sort", "auc"))).containsExactly("old", "new");
    assertThat(names(runs("runs", "list", "--sort", "cost"))).containsExactly("new", "old");
    assertThat(names(runs("runs", "--all")))
        .containsExactlyInAnyOrder("new", "old", "trial", "trial");
  }

  @Test
  void shouldMarkWhatDiffers() {
    String first = record("a", "0.05", 0.77, 0.52, 0);
    String second = record("b", "0.10", 0.77, 0.50, 1);

    Cli cli = runs("runs", "compare", first, second);

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(line(cli, "learning_rate")).startsWith("*").contains("0.05", "0.10");
    assertThat(line(cli, "cost")).startsWith("*").contains("0.52000", "0.50000");
    assertThat(line(cli, "auc")).startsWith(" ");
  }

  @Test
  void shouldSayThatARunIsUnknown() {
    record("a", "0.05", 0.77, 0.52, 0);

    Cli cli = runs("runs", "compare", "zzz", "yyy");

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("no run in").contains("zzz");
    assertThat(runs("runs", "compare", "zzz").exitCode()).isEqualTo(2);
  }

  @Test
  void shouldSayThatThereAreNoRuns() {
    assertThat(runs("runs").out()).startsWith("No runs in");
  }

  private Cli runs(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--tracking";
    all[arguments.length + 1] = directory.toString();
    return Cli.run(all);
  }

  private static List<String> names(Cli cli) {
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    return cli.out().lines().skip(1).map(line -> line.split("\\s+")[1]).toList();
  }

  private static String line(Cli cli, String name) {
    return cli.out().lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
  }

  /** Records a run with a trial; gives its id. */
  private String record(String name, String rate, double auc, double cost, int minute) {
    Clock clock =
        Clock.fixed(
            Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
    RunTracker tracker =
        RunTrackers.open(TrackingSettings.of(Map.of()).in(directory), clock, warning -> {});
    TrackedRun run = tracker.start(name, Map.of());
    run.parameters(Map.of("learning_rate", rate));
    run.metrics(List.of(new Metric("auc", auc, 0), new Metric("cost", cost, 0)));
    run.child("trial").end(RunStatus.FINISHED);
    run.end(RunStatus.FINISHED);
    return LocalRuns.read(directory).stream()
        .filter(recorded -> recorded.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
