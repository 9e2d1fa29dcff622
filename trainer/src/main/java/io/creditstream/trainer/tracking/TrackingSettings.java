package io.creditstream.trainer.tracking;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where runs are recorded, by MLflow's own environment variables.
 *
 * @param server of MLflow; empty for files alone
 * @param directory of files in MLflow's layout; beside a server what it did not take
 * @param experiment name of the experiment that runs belong to
 * @param authorization value of the HTTP header of that name; empty for none
 */
public record TrackingSettings(
    Optional<URI> server, Path directory, String experiment, Optional<String> authorization) {

  public static final String TRACKING_URI = "MLFLOW_TRACKING_URI";
  private static final String EXPERIMENT_NAME = "MLFLOW_EXPERIMENT_NAME";
  private static final String TOKEN = "MLFLOW_TRACKING_TOKEN";
  private static final String USERNAME = "MLFLOW_TRACKING_USERNAME";
  private static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";
  private static final Path DEFAULT_DIRECTORY = Path.of("mlruns");
  private static final String DEFAULT_EXPERIMENT = "creditstream";

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException if {@value #TRACKING_URI} is neither an address of HTTP nor a
   *     directory
   */
  public static TrackingSettings of(Map<String, String> environment) {
    String where = environment.getOrDefault(TRACKING_URI, "").strip();
    boolean http = where.startsWith("http://") || where.startsWith("https://");
    return new TrackingSettings(
        http ? Optional.of(uri(where)) : Optional.empty(),
        http || where.isEmpty() ? DEFAULT_DIRECTORY : directory(where),
        environment.getOrDefault(EXPERIMENT_NAME, DEFAULT_EXPERIMENT),
        authorization(environment));
  }

  /** The same, with files in another directory. */
  public TrackingSettings in(Path directory) {
    return new TrackingSettings(server, directory, experiment, authorization);
  }

  private static Path directory(String where) {
    if (where.startsWith("file:")) {
      return Path.of(uri(where).getPath());
    }
    if (where.contains("://") || where.startsWith("databricks")) {
      throw new IllegalArgumentException(
          TRACKING_URI + " must be http(s)://…, file:… or a directory; unset it for ./mlruns");
    }
    return Path.of(where);
  }

  private static URI uri(String where) {
    try {
      return URI.create(where.replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(TRACKING_URI + " is no address", e);
    }
  }

  private static Optional<String> authorization(Map<String, String> environment) {
    String user = environment.getOrDefault(USERNAME, "");
    if (!user.isEmpty()) {
      return Optional.of(Authorization.basic(user, environment.getOrDefault(PASSWORD, "")));
    }
    return Optional.ofNullable(environment.get(TOKEN)).map(token -> "Bearer " + token);
  }

  /** Keeps the credentials to itself. */
  @Override
  public String toString() {
    return "TrackingSettings[server=%s, directory=%s, experiment=%s]"
        .formatted(server, directory, experiment);
  }
}
