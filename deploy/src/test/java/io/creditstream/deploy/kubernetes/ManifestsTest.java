package io.creditstream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.advisor.AdvisorConfig;
import io.creditstream.drift.DriftMonitorConfig;
import io.creditstream.scorer.ScorerConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays as they are. */
class ManifestsTest {

  @ParameterizedTest
  @ValueSource(strings = {"trial", "production"})
  void shouldBeWholeAndKnownToTheApis(String overlay) {
    Installation installation = Installation.of(overlay);

    assertThat(installation.all("StatefulSet").map(Manifest::name))
        .containsExactlyInAnyOrder("scorer", "drift-monitor", "advisor");
    assertThat(Checks.problems(installation)).isEmpty();
  }

  @Test
  void shouldListenWhereTheApplicationsDo() {
    Map<String, Integer> ports =
        Map.of(
            "scorer", ScorerConfig.DEFAULT_PORT,
            "drift-monitor", DriftMonitorConfig.DEFAULT_PORT,
            "advisor", AdvisorConfig.DEFAULT_PORT);
    Installation installation = Installation.of("trial");

    ports.forEach(
        (name, port) ->
            assertThat(installation.services()).containsEntry(name, java.util.Set.of("" + port)));
  }

  @Test
  void shouldGiveEachScorerADiskAndANameOfItsOwn() {
    Manifest scorer = Installation.of("production").get("StatefulSet/scorer");
    Map<String, String> variables =
        Environments.of(scorer, scorer.containers().get(0), Installation.of("production"));

    assertThat(scorer.at("/spec/volumeClaimTemplates/0/metadata/name").asText()).isEqualTo("state");
    assertThat(scorer.at("/spec/replicas").asInt()).isEqualTo(3);
    assertThat(variables)
        .containsEntry("CREDITSTREAM_GROUP_INSTANCE_ID", "scorer-0")
        .containsEntry("CREDITSTREAM_ADVERTISED_URL", "http://scorer-0.scorer-pods:8081");
  }

  @Test
  void shouldKeepTheStoreOfAnAdvisorOnItsDiskUnlessItIsInPostgresql() {
    Manifest alone = Installation.of("trial").get("StatefulSet/advisor");
    Manifest sharing = Installation.of("production").get("StatefulSet/advisor");

    assertThat(alone.at("/spec/replicas").asInt()).isEqualTo(1);
    assertThat(alone.at("/spec/volumeClaimTemplates")).hasSize(1);
    assertThat(sharing.at("/spec/volumeClaimTemplates").isMissingNode()).isTrue();
  }

  @Test
  void shouldPublishModelsByHandAlone() {
    Manifest publisher = Installation.of("production").get("CronJob/publisher");

    assertThat(publisher.at("/spec/suspend").asBoolean()).isTrue();
    assertThat(publisher.at("/spec/jobTemplate/spec/activeDeadlineSeconds").asInt()).isPositive();
    assertThat(publisher.containers().get(0).path("image").asText()).contains("/tools:");
  }

  @Test
  void shouldKeepLargeTablesOfCommandsOnADisk() {
    Installation trial = Installation.of("trial");
    Manifest publisher = trial.get("CronJob/publisher");
    JsonNode container = publisher.containers().get(0);

    assertThat(Environments.of(publisher, container, trial))
        .containsEntry("TMPDIR", "/var/lib/creditstream/tmp");
    assertThat(container.at("/volumeMounts/0/mountPath").asText())
        .isEqualTo("/var/lib/creditstream");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StatefulSet/scorer",
        "StatefulSet/drift-monitor",
        "StatefulSet/advisor",
        "Job/topics",
        "CronJob/publisher"
      })
  void shouldKnowEachProgramOnTheBrokersByTheUserOfItsRole(String id) {
    Manifest workload = Installation.of("production").get(id);

    assertThat(workload.podTemplate().at("/spec/volumes").findValuesAsText("secretName"))
        .containsExactlyInAnyOrder("credit-cluster-ca-cert", "creditstream-" + workload.name());
  }

  @Test
  void shouldOpenTheAdvisorToOthersOnlyWithALogin() {
    Installation production = Installation.of("production");
    Manifest advisor = production.get("StatefulSet/advisor");

    assertThat(Environments.of(advisor, advisor.containers().get(0), production))
        .containsKey("CREDITSTREAM_OIDC_ISSUER")
        .doesNotContainKey("CREDITSTREAM_TRUSTED_NETWORK");
  }
}
