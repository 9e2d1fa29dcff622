package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.Documents;
import io.creditstream.trainer.TestTraining;
import io.creditstream.trainer.result.TestResults;
import io.creditstream.trainer.result.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.LogBatch;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.UpdateRun;

class MlflowRunTrackerTest {

  private static final Bundle BUNDLE =
      TestTraining.bundle()
          .with(Documents.of(Map.of("report.html", "<p>", "holdout.csv", "pseudonym")));
  private static final TrainingResult RESULT = TestResults.of(BUNDLE, 1000, 5);

  @TempDir Path directory;
  private StandInMlflow mlflow;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    mlflow = new StandInMlflow();
  }

  @AfterEach
  void stop() {
    mlflow.close();
  }

  @Test
  void shouldRecordARunAsMlflowAsksForIt() {
    RunTracker tracker = tracker(Map.of());

    try (TrackedTraining training =
        TrackedTraining.start(tracker, "nightly", Map.of("seed", "5"))) {
      training.finished(RESULT, BUNDLE);
    }

    assertThat(mlflow.violations()).isEmpty();
    assertThat(warnings).isEmpty();
    List<CreateRun> runs = mlflow.requests(CreateRun.class);
    assertThat(runs)
        .hasSize(1 + RESULT.trials().size() + RESULT.imbalance().size() + RESULT.models().size());
    assertThat(runs.get(0).getExperimentId()).isEqualTo("17");
    assertThat(runs.get(0).getStartTime()).isEqualTo(TestTraining.CLOCK.millis());
    assertThat(runs.subList(1, runs.size()))
        .allSatisfy(
            run ->
                assertThat(run.getTagsList())
                    .contains(
                        RunTag.newBuilder().setKey("mlflow.parentRunId").setValue("run1").build()));
    assertThat(mlflow.requests(UpdateRun.class))
        .hasSameSizeAs(runs)
        .allSatisfy(update -> assertThat(update.getStatus()).isEqualTo(RunStatus.FINISHED));
    assertThat(metrics("auc")).contains(RESULT.quality().auc());
    assertThat(metrics("fold_auc")).containsExactlyElementsOf(RESULT.foldAuc());
    assertThat(mlflow.artifacts())
        .containsOnlyKeys(
            "17/run1/artifacts/bundle/manifest.json",
            "17/run1/artifacts/bundle/model.txt",
            "17/run1/artifacts/bundle/report.html")
        .containsEntry("17/run1/artifacts/bundle/model.txt", BUNDLE.modelText().getBytes(UTF_8));
    assertThat(LocalRuns.read(directory)).isEmpty();
  }

  @Test
  void shouldSendNoMoreThanABatchMayHold() {
    TrackedRun run = tracker(Map.of()).start("large", Map.of());
    Map<String, String> parameters = new HashMap<>();
    IntStream.range(0, 250).forEach(i -> parameters.put("p" + i, "v"));

    run.parameters(parameters);
    run.metrics(IntStream.range(0, 2500).mapToObj(i -> new Metric("m", i, i)).toList());

    assertThat(mlflow.violations()).isEmpty();
    assertThat(metrics("m")).hasSize(2500);
  }

  @Test
  void shouldRecordInFilesAllThatAServerTookNoMore() {
    mlflow.failAfter(20);

    try (TrackedTraining training =
        TrackedTraining.start(tracker(Map.of()), "nightly", Map.of("seed", "5"))) {
      training.finished(RESULT, BUNDLE);
    }

    List<RecordedRun> runs = LocalRuns.read(directory);
    assertThat(runs)
        .hasSize(1 + RESULT.trials().size() + RESULT.imbalance().size() + RESULT.models().size())
        .allSatisfy(
            run ->
                assertThat(run.status())
                    .isEqualTo(io.creditstream.trainer.tracking.RunStatus.FINISHED));
    RecordedRun run = runs.stream().filter(r -> r.parent().isEmpty()).findFirst().orElseThrow();
    assertThat(run.parameters()).containsEntry("seed", "5").containsEntry("num_leaves", "31");
    assertThat(run.metrics()).containsEntry("auc", RESULT.quality().auc());
    assertThat(warnings).singleElement().asString().contains("status 503", directory.toString());
  }

  @Test
  void shouldRecordInFilesIfThereIsNoServer() {
    mlflow.close();

    tracker(Map.of()).start("alone", Map.of()).parameters(Map.of("seed", "5"));

    assertThat(LocalRuns.read(directory)).extracting(RecordedRun::name).containsExactly("alone");
    assertThat(warnings).singleElement().asString().contains("does not answer");
  }

  @Test
  void shouldSayWhoItIs() {
    tracker(Map.of("MLFLOW_TRACKING_TOKEN", "secret")).start("a", Map.of());
    tracker(Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "pass"))
        .start("b", Map.of());

    assertThat(mlflow.authorizations()).contains("Bearer secret", "Basic bWU6cGFzcw==");
    assertThat(TrackingSettings.of(Map.of("MLFLOW_TRACKING_TOKEN", "secret")).toString())
        .doesNotContain("secret");
  }

  @Test
  void shouldRefuseAddressesThatItCannotReach() {
    assertThatThrownBy(
            () -> TrackingSettings.of(Map.of("MLFLOW_TRACKING_URI", "postgresql://db/mlflow")))
        .hasMessageContaining("http(s)://");
  }

  private RunTracker tracker(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("MLFLOW_TRACKING_URI", mlflow.uri() + "/");
    return RunTrackers.open(
        TrackingSettings.of(all).in(directory), TestTraining.CLOCK, warnings::add);
  }

  private List<Double> metrics(String name) {
    return mlflow.requests(LogBatch.class).stream()
        .flatMap(batch -> batch.getMetricsList().stream())
        .filter(metric -> metric.getKey().equals(name))
        .map(org.mlflow.api.proto.Service.Metric::getValue)
        .toList();
  }
}
