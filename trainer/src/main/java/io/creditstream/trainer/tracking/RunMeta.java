package io.creditstream.trainer.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code meta.yaml} says of a run.
 *
 * @param id 32 hexadecimal digits
 * @param experimentId of its experiment
 * @param name for people
 * @param user who started it
 * @param startMillis since the epoch
 * @param endMillis since the epoch, −1 while it runs
 * @param status how it stands
 */
record RunMeta(
    String id,
    String experimentId,
    String name,
    String user,
    long startMillis,
    long endMillis,
    RunStatus status) {

  private static final int LOCAL_SOURCE = 4;

  RunMeta ended(RunStatus status, long millis) {
    return new RunMeta(id, experimentId, name, user, startMillis, millis, status);
  }

  void write(Path directory) throws IOException {
    MetaYaml.write(
        directory,
        List.of(
            MetaYaml.text("artifact_uri", artifactUri(directory)),
            endMillis < 0 ? MetaYaml.none("end_time") : MetaYaml.number("end_time", endMillis),
            MetaYaml.text("entry_point_name", ""),
            MetaYaml.text("experiment_id", experimentId),
            MetaYaml.text("lifecycle_stage", "active"),
            MetaYaml.text("run_id", id),
            MetaYaml.text("run_name", name),
            MetaYaml.text("run_uuid", id),
            MetaYaml.text("source_name", ""),
            MetaYaml.number("source_type", LOCAL_SOURCE),
            MetaYaml.text("source_version", ""),
            MetaYaml.number("start_time", startMillis),
            MetaYaml.number("status", status.number()),
            "tags: []",
            MetaYaml.text("user_id", user)));
  }

  private static String artifactUri(Path directory) {
    return directory.toUri().toString().replaceAll("/$", "") + "/artifacts";
  }

  static RunMeta read(Path directory) {
    MetaYaml meta = MetaYaml.read(directory);
    String end = meta.get("end_time");
    return new RunMeta(
        meta.get("run_id"),
        meta.get("experiment_id"),
        meta.get("run_name"),
        meta.get("user_id"),
        meta.getLong("start_time"),
        end.isEmpty() || end.equals("null") ? -1 : meta.getLong("end_time"),
        RunStatus.of((int) meta.getLong("status")));
  }
}
