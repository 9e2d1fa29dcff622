package io.creditstream.trainer.tracking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A run on a server of MLflow. */
final class MlflowRun implements TrackedRun {

  /** What one request may hold: 1,000 metrics, 100 parameters, 100 tags. */
  private static final int METRICS = 1000;

  private static final int PAIRS = 100;
  private static final String PROXIED = "mlflow-artifacts:";

  private final MlflowRunTracker tracker;
  private final MlflowApi api;
  private final Clock clock;
  private final Consumer<String> warnings;
  private final String experimentId;
  private final String id;
  private final String artifacts;
  private boolean warned;

  /**
   * @param artifacts address that the server keeps the files of the run at
   */
  MlflowRun(
      MlflowRunTracker tracker,
      MlflowApi api,
      Clock clock,
      Consumer<String> warnings,
      String experimentId,
      String id,
      String artifacts) {
    this.tracker = tracker;
    this.api = api;
    this.clock = clock;
    this.warnings = warnings;
    this.experimentId = experimentId;
    this.id = id;
    this.artifacts = artifacts;
  }

  @Override
  public TrackedRun child(String name) {
    return tracker.start(experimentId, name, Map.of(MlflowTags.PARENT, id));
  }

  @Override
  public void parameters(Map<String, String> parameters) {
    logPairs("params", parameters);
  }

  @Override
  public void tags(Map<String, String> tags) {
    logPairs("tags", tags);
  }

  @Override
  public void metrics(List<Metric> metrics) {
    for (int from = 0; from < metrics.size(); from += METRICS) {
      ObjectNode request = batch();
      ArrayNode list = request.putArray("metrics");
      for (Metric metric : metrics.subList(from, Math.min(metrics.size(), from + METRICS))) {
        list.addObject()
            .put("key", metric.name())
            .put("value", metric.value())
            .put("timestamp", clock.millis())
            .put("step", metric.step());
      }
      api.post("runs/log-batch", request);
    }
  }

  private void logPairs(String kind, Map<String, String> pairs) {
    List<Map.Entry<String, String>> all = new ArrayList<>(Names.clean(pairs).entrySet());
    for (int from = 0; from < all.size(); from += PAIRS) {
      ObjectNode request = batch();
      ArrayNode list = request.putArray(kind);
      for (Map.Entry<String, String> pair : all.subList(from, Math.min(all.size(), from + PAIRS))) {
        list.addObject().put("key", pair.getKey()).put("value", pair.getValue());
      }
      api.post("runs/log-batch", request);
    }
  }

  private ObjectNode batch() {
    return MlflowApi.request().put("run_id", id);
  }

  @Override
  public void artifact(String path, byte[] content) {
    if (artifacts.startsWith(PROXIED)) {
      String root = URI.create(artifacts).getPath().replaceAll("^/+", "");
      api.upload(root + "/" + path, content);
    } else if (!warned) {
      warned = true;
      warnings.accept(
          "MLflow keeps files where only its clients of Python write; start it with "
              + "--serve-artifacts to have the documents there too");
    }
  }

  @Override
  public void end(RunStatus status) {
    api.post(
        "runs/update",
        MlflowApi.request()
            .put("run_id", id)
            .put("status", status.name())
            .put("end_time", clock.millis()));
  }
}
