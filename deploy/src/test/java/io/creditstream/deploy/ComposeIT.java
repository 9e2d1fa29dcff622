package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.standalone.data.DecisionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeIT {

  private static final int APPLICATIONS = 600;
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final List<String> KILLED =
      List.of("scorer", "registry", "kafka-1", "drift-monitor", "advisor");

  private static Stack stack;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    Docker.require();
    stack =
        Stack.start(
            directory,
            "scorer",
            "drift-monitor",
            "advisor",
            "postgres",
            "prometheus",
            "alertmanager");
    KILLED.forEach(stack::awaitHealthy);
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorer", "drift-monitor", "advisor"})
  void shouldRunWithoutRightsOnAFileSystemThatIsNotWritten(String service) {
    assertThat(stack.inspect(service, "{{.Config.User}}")).isEqualTo("10001:10001");
    assertThatThrownBy(() -> stack.execute(service, "touch", "/app/lib/more"))
        .hasMessageContaining("Read-only file system");
    stack.execute(service, "touch", "/var/lib/creditstream/more");
  }

  @Test
  void shouldBeScrapedByPrometheus() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        stack.execute(
                            "prometheus",
                            "promtool",
                            "query",
                            "instant",
                            "http://127.0.0.1:9090",
                            "min by (job) (up) == 1"))
                    .contains("scorer")
                    .contains("drift-monitor")
                    .contains("advisor"));
  }

  @Test
  void shouldKeepTheStoreOfTheAdvisorInPostgresql() {
    String tables =
        "SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'decision'";

    assertThat(
            stack.execute("postgres", "psql", "-U", "creditstream", "-Atc", tables, "creditstream"))
        .isEqualTo("t");
  }

  @Test
  void shouldDecideEachApplicationOnceWhileEachContainerIsKilledInTurn() {
    CompletableFuture<String> clients =
        CompletableFuture.supplyAsync(
            () ->
                stack.compose(
                    "run",
                    "--rm",
                    "--no-deps",
                    "-T",
                    "clients",
                    "feed",
                    "--data=population",
                    "--rate=2.5",
                    "--applications=" + APPLICATIONS));
    await("first decision").atMost(PATIENCE).until(() -> clients.isDone() || !decided().isEmpty());
    assertThat(clients).isNotDone();

    KILLED.forEach(stack::crash);

    assertThat(clients.join()).contains(APPLICATIONS + " applications");
    await("all decisions")
        .atMost(PATIENCE)
        .until(() -> new HashSet<>(decided()).size() == APPLICATIONS);
    assertThat(decided()).hasSize(APPLICATIONS).doesNotHaveDuplicates();
  }

  @Test
  void shouldDecideForAClientInPythonAndTellIt() throws IOException {
    assumeTrue(
        Python.isThere(),
        "no Kafka client for Python: install python3-confluent-kafka and python3-avro");
    String application =
        """
        {"applicationId": "by-python", "clientId": "client-of-python", "nameContractType": "Cash loans",
         "amtIncomeTotal": 120000.0, "amtCredit": 300000.0, "daysBirth": -12000}
        """;

    assertThat(Python.run(application, "apply.py", stack.bootstrapServers(), stack.registryUrl()))
        .contains("published by-python");

    await("the decision")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Python.run(
                            "", "decisions.py", stack.bootstrapServers(), stack.registryUrl()))
                    .contains("\"applicationId\": \"by-python\"")
                    .contains("probabilityOfDefault"));
  }

  /** Ids of the applications of the population that are decided, all committed decisions. */
  private static List<String> decided() {
    List<String> ids = new ArrayList<>();
    try (SchemaRegistryClient registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(stack.registryUrl()), RegistryListener.ignoring())) {
      DecisionReader.read(
          Map.of("bootstrap.servers", stack.bootstrapServers()),
          registry,
          Long.MAX_VALUE,
          decision -> ids.add(decision.getApplicationId()));
    }
    ids.remove("by-python");
    return ids;
  }
}
