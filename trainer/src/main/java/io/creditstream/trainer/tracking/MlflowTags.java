package io.creditstream.trainer.tracking;

import java.util.Map;

/** Tags that MLflow itself reads. */
final class MlflowTags {

  static final String PARENT = "mlflow.parentRunId";
  static final String RUN_NAME = "mlflow.runName";

  private MlflowTags() {}

  static Map<String, String> of(String runName) {
    return Map.of(
        RUN_NAME,
        runName,
        "mlflow.user",
        user(),
        "mlflow.source.name",
        "creditstream train",
        "mlflow.source.type",
        "LOCAL");
  }

  static String user() {
    return System.getProperty("user.name", "unknown");
  }
}
