package io.creditstream.trainer.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Records runs on a server of MLflow. */
final class MlflowRunTracker implements RunTracker {

  private final MlflowApi api;
  private final String experiment;
  private final Clock clock;
  private final Consumer<String> warnings;

  MlflowRunTracker(MlflowApi api, String experiment, Clock clock, Consumer<String> warnings) {
    this.api = api;
    this.experiment = experiment;
    this.clock = clock;
    this.warnings = warnings;
  }

  @Override
  public TrackedRun start(String name, Map<String, String> tags) {
    return start(experimentId(), name, tags);
  }

  TrackedRun start(String experimentId, String name, Map<String, String> tags) {
    ObjectNode request =
        MlflowApi.request()
            .put("experiment_id", experimentId)
            .put("run_name", name)
            .put("user_id", MlflowTags.user())
            .put("start_time", clock.millis());
    Map<String, String> all = new TreeMap<>(Names.clean(tags));
    all.putAll(MlflowTags.of(name));
    all.forEach(
        (key, value) -> request.withArray("tags").addObject().put("key", key).put("value", value));
    JsonNode info = api.post("runs/create", request).path("run").path("info");
    return new MlflowRun(
        this,
        api,
        clock,
        warnings,
        experimentId,
        text(info, "run_id"),
        info.path("artifact_uri").asText());
  }

  private String experimentId() {
    try {
      JsonNode found = api.get("experiments/get-by-name", "experiment_name", experiment);
      if (found.path("experiment").path("lifecycle_stage").asText().equals("deleted")) {
        throw new TrackingException(
            "the experiment %s was deleted in MLflow: restore it or set MLFLOW_EXPERIMENT_NAME"
                .formatted(experiment),
            null);
      }
      return text(found.path("experiment"), "experiment_id");
    } catch (MlflowRefusal e) {
      if (!e.isAbsent()) {
        throw e;
      }
    }
    ObjectNode request = MlflowApi.request().put("name", experiment);
    return text(api.post("experiments/create", request), "experiment_id");
  }

  private static String text(JsonNode node, String name) {
    String text = node.path(name).asText();
    if (text.isEmpty()) {
      throw new TrackingException(
          "MLflow answered without " + name + ": see whether its address is right", null);
    }
    return text;
  }
}
