package io.creditstream.trainer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.trainer.TestTraining;
import io.creditstream.trainer.tracking.MlflowApi;
import io.creditstream.trainer.tracking.RunTrackers;
import io.creditstream.trainer.tracking.StandInMlflow;
import io.creditstream.trainer.tracking.TrackingException;
import io.creditstream.trainer.tracking.TrackingSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.ModelRegistry.CreateModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.SetRegisteredModelAlias;

class MlflowModelRegistryTest {

  private final Bundle bundle = TestTraining.bundle();

  @Test
  void shouldRegisterVersionsAndPointTheRoleToTheNewest() throws IOException {
    try (StandInMlflow mlflow = new StandInMlflow()) {
      startRun(mlflow);
      MlflowModelRegistry registry =
          new MlflowModelRegistry(new MlflowApi(mlflow.uri(), Optional.empty()), "creditstream");

      registry.register(ModelRole.CHAMPION, bundle, Map.of());
      String second =
          registry.register(
              ModelRole.CHAMPION, bundle, Map.of("creditstream.forced", "the audit asked for it"));

      assertThat(mlflow.violations()).isEmpty();
      assertThat(second).isEqualTo("2");
      CreateModelVersion version = mlflow.requests(CreateModelVersion.class).get(1);
      assertThat(version.getRunId()).isEqualTo("run1");
      assertThat(version.getSource()).isEqualTo("mlflow-artifacts:/17/run1/artifacts/bundle");
      assertThat(version.getTagsList())
          .contains(
              ModelVersionTag.newBuilder()
                  .setKey("creditstream.forced")
                  .setValue("the audit asked for it")
                  .build());
      assertThat(mlflow.requests(SetRegisteredModelAlias.class))
          .last()
          .satisfies(
              alias -> {
                assertThat(alias.getAlias()).isEqualTo("champion");
                assertThat(alias.getVersion()).isEqualTo("2");
              });
    }
  }

  @Test
  void shouldRegisterAModelWhoseRunMlflowDoesNotKnow() throws IOException {
    try (StandInMlflow mlflow = new StandInMlflow()) {
      new MlflowModelRegistry(new MlflowApi(mlflow.uri(), Optional.empty()), "creditstream")
          .register(ModelRole.CHALLENGER, bundle, Map.of());

      assertThat(mlflow.violations()).isEmpty();
      assertThat(mlflow.requests(CreateModelVersion.class))
          .singleElement()
          .satisfies(
              version ->
                  assertThat(version.getSource())
                      .isEqualTo("creditstream:" + bundle.manifest().modelSha256()));
    }
  }

  @Test
  void shouldSayThatItDoesNotAnswer() throws IOException {
    StandInMlflow mlflow = new StandInMlflow();
    mlflow.close();
    MlflowModelRegistry registry =
        new MlflowModelRegistry(new MlflowApi(mlflow.uri(), Optional.empty()), "creditstream");

    assertThatThrownBy(() -> registry.register(ModelRole.CHAMPION, bundle, Map.of()))
        .isInstanceOf(TrackingException.class)
        .hasMessageContaining("does not answer");
  }

  private static void startRun(StandInMlflow mlflow) {
    TrackingSettings settings =
        TrackingSettings.of(Map.of("MLFLOW_TRACKING_URI", mlflow.uri().toString()));
    RunTrackers.open(settings, TestTraining.CLOCK, warning -> {}).start("run", Map.of());
  }
}
