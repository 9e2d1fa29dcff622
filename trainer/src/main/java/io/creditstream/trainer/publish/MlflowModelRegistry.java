package io.creditstream.trainer.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.trainer.tracking.MlflowApi;
import io.creditstream.trainer.tracking.MlflowRefusal;
import io.creditstream.trainer.tracking.TrackedTraining;
import java.util.Map;
import java.util.TreeMap;

/**
 * The register of models of MLflow: every publication is a version of one registered model, and the
 * roles are its aliases.
 */
public final class MlflowModelRegistry {

  private final MlflowApi api;
  private final String experiment;

  /**
   * @param experiment name of the experiment of the training runs, and of the registered model
   */
  public MlflowModelRegistry(MlflowApi api, String experiment) {
    this.api = api;
    this.experiment = experiment;
  }

  /**
   * Registers a publication and points the alias of the role to it.
   *
   * @param record how it came to be, kept as tags
   * @return its version in the register
   * @throws io.creditstream.trainer.tracking.TrackingException if MLflow refuses or does not answer
   */
  public String register(ModelRole role, Bundle bundle, Map<String, String> record) {
    create();
    JsonNode run = run(bundle.manifest().modelSha256());
    Map<String, String> tags = new TreeMap<>(record);
    tags.put(TrackedTraining.MODEL_TAG, bundle.manifest().modelSha256());
    tags.put("creditstream.model_version", bundle.manifest().version());
    ObjectNode request =
        MlflowApi.request().put("name", experiment).put("source", source(run, bundle));
    String runId = run.path("run_id").asText();
    if (!runId.isEmpty()) {
      request.put("run_id", runId);
    }
    tags.forEach(
        (key, value) -> request.withArray("tags").addObject().put("key", key).put("value", value));
    String version =
        api.post("model-versions/create", request).path("model_version").path("version").asText();
    api.post(
        "registered-models/alias",
        MlflowApi.request()
            .put("name", experiment)
            .put("alias", role.key())
            .put("version", version));
    return version;
  }

  private void create() {
    try {
      api.post("registered-models/create", MlflowApi.request().put("name", experiment));
    } catch (MlflowRefusal e) {
      if (!e.isPresent()) {
        throw e;
      }
    }
  }

  /** What MLflow knows of the training run of a model; nothing if it was recorded elsewhere. */
  private JsonNode run(String modelSha256) {
    String id;
    try {
      id =
          api.get("experiments/get-by-name", "experiment_name", experiment)
              .path("experiment")
              .path("experiment_id")
              .asText();
    } catch (MlflowRefusal e) {
      if (e.isAbsent()) {
        return MlflowApi.request();
      }
      throw e;
    }
    ObjectNode request =
        MlflowApi.request()
            .put("filter", "tags.\"%s\" = '%s'".formatted(TrackedTraining.MODEL_TAG, modelSha256))
            .put("max_results", 1);
    request.putArray("experiment_ids").add(id);
    return api.post("runs/search", request).path("runs").path(0).path("info");
  }

  private static String source(JsonNode run, Bundle bundle) {
    String artifacts = run.path("artifact_uri").asText();
    return artifacts.isEmpty()
        ? "creditstream:" + bundle.manifest().modelSha256()
        : artifacts + "/bundle";
  }
}
