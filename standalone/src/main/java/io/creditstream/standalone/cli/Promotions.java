package io.creditstream.standalone.cli;

import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.trainer.publish.MlflowModelRegistry;
import io.creditstream.trainer.publish.Promotion;
import io.creditstream.trainer.tracking.MlflowApi;
import io.creditstream.trainer.tracking.TrackingException;
import io.creditstream.trainer.tracking.TrackingSettings;

/** Says what was published, and tells MLflow where there is a server of it. */
final class Promotions {

  private Promotions() {}

  static void print(ModelRole role, Promotion.Done done) {
    System.out.println(
        "Model %s with policy %s published as %s"
            .formatted(
                done.bundle().manifest().version(), done.bundle().policy().version(), role.key()));
    done.notes().forEach(note -> System.out.println("  " + note));
    TrackingSettings settings = TrackingSettings.of(System.getenv());
    settings
        .server()
        .ifPresent(
            server ->
                register(new MlflowApi(server, settings.authorization()), settings, role, done));
  }

  private static void register(
      MlflowApi api, TrackingSettings settings, ModelRole role, Promotion.Done done) {
    try {
      String version =
          new MlflowModelRegistry(api, settings.experiment())
              .register(role, done.bundle(), done.record());
      System.out.println("  registered in MLflow as version " + version);
    } catch (TrackingException e) {
      System.err.println("Warning: published, but not registered: " + e.getMessage());
    }
  }
}
