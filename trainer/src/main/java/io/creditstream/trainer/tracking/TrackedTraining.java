package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.result.ImbalanceResult;
import io.creditstream.trainer.result.ModelResult;
import io.creditstream.trainer.result.TrainingResult;
import io.creditstream.trainer.result.Trial;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The record of a training run: RUNNING from its start, FINISHED with everything it found out,
 * FAILED if it is closed before, KILLED if the process is told to end.
 */
public final class TrackedTraining implements AutoCloseable {

  /** Tag that names the model of a run, by which the registry of models finds it. */
  public static final String MODEL_TAG = "creditstream.model_sha256";

  private final TrackedRun run;
  private final Map<String, String> settings;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread onKill = new Thread(() -> end(RunStatus.KILLED), "run-killed");

  private TrackedTraining(TrackedRun run, Map<String, String> settings) {
    this.run = run;
    this.settings = Map.copyOf(settings);
  }

  /**
   * Begins the record.
   *
   * @param settings what was asked for, by option name
   */
  public static TrackedTraining start(
      RunTracker tracker, String name, Map<String, String> settings) {
    TrackedTraining training = new TrackedTraining(tracker.start(name, Map.of()), settings);
    Runtime.getRuntime().addShutdownHook(training.onKill);
    training.run.parameters(settings);
    return training;
  }

  /**
   * Records what was found out, and the files of the bundle that people or MLflow may want.
   *
   * @param bundle with its documents
   */
  public void finished(TrainingResult result, Bundle bundle) {
    run.parameters(learned(result));
    run.metrics(TrainingMetrics.of(result));
    for (Trial trial : result.trials()) {
      child("trial " + trial.number(), trial.parameters(), TrainingMetrics.of(trial));
    }
    for (ImbalanceResult method : result.imbalance()) {
      child(
          "imbalance: " + method.method(),
          Map.of("imbalance", method.method(), "chosen", Boolean.toString(method.chosen())),
          TrainingMetrics.of(method.quality()));
    }
    for (ModelResult model : result.models()) {
      child("model: " + model.name(), Map.of("model", model.name()), TrainingMetrics.of(model));
    }
    run.tags(
        Map.of(
            MODEL_TAG,
            bundle.manifest().modelSha256(),
            "creditstream.model_version",
            bundle.manifest().version()));
    artifacts(bundle).forEach((name, content) -> run.artifact("bundle/" + name, content));
    end(RunStatus.FINISHED);
  }

  /** A parameter has one value for good: those of the start are not told again. */
  private Map<String, String> learned(TrainingResult result) {
    Map<String, String> learned = new TreeMap<>(result.run().parameters());
    learned.putAll(result.run().settings());
    learned.keySet().removeAll(settings.keySet());
    return learned;
  }

  private void child(String name, Map<String, String> parameters, List<Metric> metrics) {
    TrackedRun child = run.child(name);
    child.parameters(parameters);
    child.metrics(metrics);
    child.end(RunStatus.FINISHED);
  }

  /**
   * All but the predictions for single clients: a tracking server is not a place for them. The
   * reports show three loans as examples, without ids.
   */
  private static Map<String, byte[]> artifacts(Bundle bundle) {
    Map<String, byte[]> artifacts = new TreeMap<>();
    artifacts.put("model.txt", bundle.modelText().getBytes(UTF_8));
    artifacts.put("manifest.json", bundle.manifestJson());
    for (String name : bundle.documents().names()) {
      String text = bundle.documents().text(name);
      if (text != null && !name.endsWith(".csv")) {
        artifacts.put(name, text.getBytes(UTF_8));
      }
    }
    return artifacts;
  }

  private void end(RunStatus status) {
    if (ended.compareAndSet(false, true)) {
      run.end(status);
    }
  }

  @Override
  public void close() {
    try {
      end(RunStatus.FAILED);
    } finally {
      forgetHook();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(onKill);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook has run or runs.
    }
  }
}
