package io.creditstream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever installs as README.md says gets what it says. */
class OverlayOfReadmeTest {

  private Installation installation;

  @BeforeEach
  void render(@TempDir Path directory) throws IOException {
    installation = Installation.of(OverlayOfReadme.write(directory), "production");
  }

  @Test
  void shouldBeWholeAndKnownToTheApis() {
    assertThat(Checks.problems(installation)).isEmpty();
  }

  @Test
  void shouldTakeEveryImageFromTheRegistryOfWhoeverInstalls() {
    assertThat(installation.workloads().flatMap(workload -> workload.containers().stream()))
        .hasSize(5)
        .extracting(container -> container.path("image").asText())
        .allMatch(
            image -> image.matches("registry\\.bank\\.example/creditstream/[a-z-]+:0\\.1\\.0"));
  }

  @Test
  void shouldHaveTheSettingsAndSizesThatItSays() {
    JsonNode login = installation.get("ConfigMap/login").at("/data");
    Manifest scorer = installation.get("StatefulSet/scorer");

    assertThat(login.path("CREDITSTREAM_PUBLIC_URL").asText())
        .isEqualTo("https://credit.bank.example");
    assertThat(login.path("CREDITSTREAM_OIDC_CLIENT_ID").asText()).isNotEmpty();
    assertThat(installation.get("ConfigMap/platform").at("/data/CREDITSTREAM_JAVA_OPTS").asText())
        .isEqualTo("-XX:+ExitOnOutOfMemoryError");
    assertThat(scorer.at("/spec/replicas").asInt()).isEqualTo(6);
    assertThat(scorer.containers().get(0).at("/resources/limits/memory").asText()).isEqualTo("8Gi");
  }
}
