package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.trainer.TestTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunTrackerTest {

  @TempDir Path root;

  @Test
  void shouldWriteTheLayoutOfMlflow() throws IOException {
    TrackedRun run = tracker().start("nightly: \"first\"", Map.of("team", "risk"));
    run.parameters(Map.of("learning_rate", "0.05"));
    run.metrics(List.of(new Metric("fold_auc", 0.75, 1), new Metric("fold_auc", 0.77, 2)));
    run.artifact("bundle/model.txt", "tree".getBytes(UTF_8));

    Path directory = directory();
    assertThat(directory.getFileName().toString()).matches("[0-9a-f]{32}");
    assertThat(directory.getParent().getFileName().toString()).matches("\\d{18}");
    assertThat(directory.resolve("params/learning_rate")).hasContent("0.05");
    assertThat(directory.resolve("tags/team")).hasContent("risk");
    assertThat(directory.resolve("tags/mlflow.runName")).hasContent("nightly: \"first\"");
    assertThat(directory.resolve("artifacts/bundle/model.txt")).hasContent("tree");
    long time = TestTraining.CLOCK.millis();
    assertThat(directory.resolve("metrics/fold_auc"))
        .hasContent(time + " 0.75 1\n" + time + " 0.77 2\n");
    assertThat(Files.readAllLines(directory.resolve("meta.yaml")))
        .contains(
            "end_time: null",
            "lifecycle_stage: \"active\"",
            "run_uuid: \"" + directory.getFileName() + "\"",
            "run_id: \"" + directory.getFileName() + "\"",
            "run_name: \"nightly: \\\"first\\\"\"",
            "source_type: 4",
            "start_time: " + time,
            "status: 1",
            "tags: []");
    assertThat(root.resolve("0/meta.yaml")).content().contains("name: \"Default\"");
    assertThat(directory.resolveSibling("meta.yaml"))
        .content()
        .contains("name: \"creditstream\"", "artifact_location: \"file:");
  }

  @Test
  void shouldReadBackWhatItWrote() {
    TrackedRun run = tracker().start("parent", Map.of());
    TrackedRun child = run.child("trial 1");
    child.metrics(List.of(new Metric("auc", 0.7, 0), new Metric("auc", 0.8, 1)));
    child.end(RunStatus.FINISHED);
    run.end(RunStatus.KILLED);

    List<RecordedRun> runs = LocalRuns.read(root);

    RecordedRun parent = named(runs, "parent");
    RecordedRun trial = named(runs, "trial 1");
    assertThat(parent.status()).isEqualTo(RunStatus.KILLED);
    assertThat(parent.experiment()).isEqualTo("creditstream");
    assertThat(trial.parent()).isEqualTo(parent.id());
    assertThat(trial.metrics()).isEqualTo(Map.of("auc", 0.8));
    assertThat(trial.status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void shouldLeaveARunThatEndedHardAsRunningAndReadWhatIsWhole() throws IOException {
    tracker().start("crashed", Map.of()).metrics(List.of(new Metric("auc", 0.7, 0)));
    Files.writeString(directory().resolve("metrics/auc"), "17000000 0.", StandardOpenOption.APPEND);

    RecordedRun run = named(LocalRuns.read(root), "crashed");

    assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.metrics()).isEqualTo(Map.of("auc", 0.7));
  }

  @Test
  void shouldMarkATrainingThatFailed() {
    TrackedTraining.start(tracker(), "failed", Map.of()).close();

    assertThat(named(LocalRuns.read(root), "failed").status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void shouldUseOneExperimentForAllRuns() {
    tracker().start("a", Map.of());
    tracker().start("b", Map.of());

    assertThat(LocalRuns.read(root)).hasSize(2);
    assertThat(root.toFile().list()).hasSize(3).contains("0", ".trash");
  }

  @Test
  void shouldReadRunsOfMlflowItself() throws IOException {
    Path run = Files.createDirectories(root.resolve("42/0123456789abcdef0123456789abcdef"));
    Files.writeString(root.resolve("42/meta.yaml"), "experiment_id: '42'\nname: it's\n");
    Files.writeString(
        run.resolve("meta.yaml"),
        "end_time: 1700000000001\nexperiment_id: '42'\nlifecycle_stage: active\nrun_id: "
            + run.getFileName()
            + "\nrun_name: 'o''clock'\nstart_time: 1700000000000\nstatus: 3\ntags: []\n");

    RecordedRun read = LocalRuns.read(root).get(0);

    assertThat(read.name()).isEqualTo("o'clock");
    assertThat(read.experiment()).isEqualTo("it's");
    assertThat(read.status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void shouldLetNoNameLeadOutOfTheRun() {
    TrackedRun run = tracker().start("a", Map.of());

    run.parameters(Map.of("../../outside", "x"));

    assertThat(root.resolve("outside")).doesNotExist();
    assertThatThrownBy(() -> run.artifact("../../../outside", new byte[0]))
        .isInstanceOf(TrackingException.class);
  }

  @Test
  void shouldSayHowToMendADirectoryThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    FileRunTracker tracker = new FileRunTracker(file, "creditstream", TestTraining.CLOCK);

    assertThatThrownBy(() -> tracker.start("a", Map.of()))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("give another directory");
  }

  @Test
  void shouldTakeDirectoriesInEveryFormOfMlflow() {
    assertThat(TrackingSettings.of(Map.of()).directory()).isEqualTo(Path.of("mlruns"));
    assertThat(settings("file:///tmp/runs").directory()).isEqualTo(Path.of("/tmp/runs"));
    assertThat(settings("runs/here").directory()).isEqualTo(Path.of("runs/here"));
    assertThat(settings("runs/here").server()).isEqualTo(Optional.empty());
  }

  private static TrackingSettings settings(String uri) {
    return TrackingSettings.of(Map.of("MLFLOW_TRACKING_URI", uri));
  }

  private RunTracker tracker() {
    return new FileRunTracker(root, "creditstream", TestTraining.CLOCK);
  }

  private Path directory() throws IOException {
    try (Stream<Path> files = Files.walk(root, 3)) {
      return files
          .filter(path -> path.endsWith("meta.yaml"))
          .map(Path::getParent)
          .filter(path -> path.getFileName().toString().length() == 32)
          .findFirst()
          .orElseThrow();
    }
  }

  private static RecordedRun named(List<RecordedRun> runs, String name) {
    return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
  }
}
