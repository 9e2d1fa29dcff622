package io.creditstream.deploy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file on three brokers, with two scorers. */
class ComposeIT {

  private static final double APPLICATIONS_PER_SECOND = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Map<String, Integer> INSTANCES =
      Map.ofEntries(
          entry("kafka-1", 1),
          entry("kafka-2", 1),
          entry("kafka-3", 1),
          entry("scorer", 2),
          entry("drift-monitor", 1),
          entry("advisor", 1),
          entry("clients", 1),
          entry("postgres", 1),
          entry("prometheus", 1),
          entry("alertmanager", 1));

  /**
   * All that stay up, each once: a broker, and what crashes one after the other while it is away.
   */
  private static final List<List<String>> ROUNDS =
      List.of(
          List.of("kafka-1", "scorer", "postgres"),
          List.of("kafka-2", "registry", "prometheus", "alertmanager"),
          List.of("kafka-3", "drift-monitor", "advisor"));

  private static Stack stack;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    Docker.require();
    stack = Stack.start(directory, INSTANCES);
    ROUNDS.forEach(round -> round.forEach(stack::awaitHealthy));
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "scorer", "drift-monitor", "advisor", "clients"})
  void shouldRunWithoutRights(String service) {
    assertThat(
            stack.inspect(
                service,
                "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"
                    + " {{.HostConfig.SecurityOpt}}"))
        .isEqualTo("10001:10001 true [ALL] [no-new-privileges:true]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorer", "drift-monitor", "advisor"})
  void shouldRunOnAFileSystemThatIsNotWritten(String service) {
    assertThatThrownBy(() -> stack.execute(service, "touch", "/app/lib/more"))
        .hasMessageContaining("Read-only file system");
    stack.execute(service, "touch", "/var/lib/creditstream/more");
  }

  @Test
  void shouldKeepTheTopicOfTheRegistryOnAllBrokers() throws Exception {
    String topic = "kafkasql-journal";
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", stack.endpoints().bootstrapServers()))) {
      assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions())
          .singleElement()
          .satisfies(partition -> assertThat(partition.replicas()).hasSize(3));
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .get()
                  .get(resource)
                  .get("cleanup.policy"))
          .returns("compact", ConfigEntry::value);
    }
  }

  @Test
  void shouldDecideEachApplicationOnceWhileEachContainerIsKilledOrCrashesInTurn() {
    try (Applicants applicants = Applicants.start(stack.endpoints(), APPLICATIONS_PER_SECOND)) {
      awaitAnotherDecision();

      for (List<String> round : ROUNDS) {
        String broker = round.get(0);
        stack.kill(broker);
        round.stream().skip(1).forEach(stack::crash);
        awaitAnotherDecision();
        stack.startAgain(broker);
        round.forEach(stack::awaitHealthy);
      }
      Instant killed = Instant.now();
      stack.crash("clients");
      await("applications that come again").atMost(PATIENCE).until(() -> repeats() > 0);
      List<String> sent = applicants.stop();
      stack.compose("stop", "clients");

      Set<String> written = Set.copyOf(applications());
      assertThat(written).containsAll(sent);
      await("all decisions")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(decided()).containsAll(written));
      assertThat(decided()).containsExactlyInAnyOrderElementsOf(written);
      await("all decisions in the store of the advisor")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(stored()).isEqualTo(written.size() + "|" + written.size()));
      stack.awaitHealthy("advisor");
      awaitScraped(killed);
    }
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

    String brokers = stack.endpoints().bootstrapServers();
    String registry = stack.endpoints().registryUrl();

    assertThat(Python.run(application, "apply.py", brokers, registry))
        .contains("published by-python");

    await("the decision")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Python.run("", "decisions.py", brokers, registry))
                    .contains("\"applicationId\": \"by-python\"")
                    .contains("probabilityOfDefault"));
  }

  /** Two of three brokers are enough to go on. */
  private static void awaitAnotherDecision() {
    int before = decided().size();
    await("another decision").atMost(PATIENCE).until(() -> decided().size() > before);
  }

  /** Waits until Prometheus has reached every instance of the applications after a time. */
  private static void awaitScraped(Instant since) {
    String reached =
        "count by (job) (up == 1 and timestamp(up) > %d)".formatted(since.getEpochSecond());
    await("scrapes")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              String answer =
                  stack.execute(
                      "prometheus",
                      "promtool",
                      "query",
                      "instant",
                      "http://127.0.0.1:9090",
                      reached);
              for (String job : List.of("scorer", "drift-monitor", "advisor")) {
                assertThat(answer)
                    .contains("{job=\"%s\"} => %d @".formatted(job, INSTANCES.get(job)));
              }
            });
  }

  /** Decisions in the store of the advisor: all, and about how many applications. */
  private static String stored() {
    String count =
        "SELECT count(*), count(DISTINCT application_id) FROM creditstream_advisor_1.decision";
    return stack.execute("postgres", "psql", "-U", "creditstream", "-Atc", count, "creditstream");
  }

  private static List<String> applications() {
    return ids(Topics.APPLICATIONS, LoanApplication::getApplicationId);
  }

  /** Applications that were sent before. */
  private static int repeats() {
    List<String> all = applications();
    return all.size() - Set.copyOf(all).size();
  }

  private static List<String> decided() {
    return ids(Topics.DECISIONS, LoanDecision::getApplicationId);
  }

  /** Ids of all events that are committed on a topic. */
  private static <T extends SpecificRecord> List<String> ids(
      Topic<T> topic, Function<T, String> id) {
    try (SchemaRegistryClient registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(stack.endpoints().registryUrl()), RegistryListener.ignoring())) {
      AvroDeserializer<T> decoder = new AvroDeserializer<>(topic.valueType(), registry);
      return new TopicRecords(stack.endpoints().bootstrapServers())
          .all(topic.name()).stream()
              .map(value -> id.apply(decoder.deserialize(topic.name(), value)))
              .toList();
    }
  }
}
