package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.deploy.ComposeFile.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compose file says, without a Docker engine. */
class ComposeFileTest {

  /** Read by docker-compose itself. */
  private static final String PROFILES = "COMPOSE_PROFILES";

  private static final String PROJECT = "COMPOSE_PROJECT_NAME";

  /** Applications whose images know whether they are well. */
  private static final Set<String> HEALTH_IN_THE_IMAGE =
      Set.of("scorer", "drift-monitor", "advisor");

  private final String compose = read("docker-compose.yml");
  private final ComposeFile file = ComposeFile.read();

  @ParameterizedTest
  @ValueSource(strings = {".env", "deploy/compose/three-brokers.env"})
  void shouldFindEachOfItsSettings(String name) {
    Set<String> settings = new TreeSet<>(settings(name).keySet());
    settings.removeAll(Set.of(PROFILES, PROJECT));

    assertThat(settings).isEqualTo(new TreeSet<>(all("\\$\\{(\\w+)}", compose)));
  }

  @ParameterizedTest
  @ValueSource(strings = {".env", "deploy/compose/three-brokers.env"})
  void shouldNameTheBrokersThatAreStarted(String name) {
    Map<String, String> settings = settings(name);
    List<Service> brokers =
        file.startedWith(List.of(settings.getOrDefault(PROFILES, "").split(",")))
            .filter(service -> service.name().startsWith("kafka-"))
            .toList();
    int copies = Integer.parseInt(settings.getOrDefault("REPLICATION_FACTOR", ""));

    assertThat(settings)
        .containsEntry(
            "QUORUM_VOTERS",
            joined(
                brokers,
                broker -> broker.variable("KAFKA_NODE_ID") + "@" + broker.name() + ":9093"))
        .containsEntry("BOOTSTRAP_SERVERS", joined(brokers, broker -> broker.name() + ":9092"))
        .containsEntry("MIN_INSYNC_REPLICAS", Integer.toString(copies / 2 + 1));
    assertThat(copies).isEqualTo(brokers.size());
  }

  @Test
  void shouldKeepThreeBrokersApartFromWhatOneHasWritten() {
    assertThat(settings(".env")).doesNotContainKey(PROJECT);
    assertThat(settings("deploy/compose/three-brokers.env"))
        .hasEntrySatisfying(PROJECT, name -> assertThat(name).matches("[a-z0-9-]+"));
  }

  @Test
  void shouldTakeImagesOfOursFromNoRegistry() {
    assertThat(file.services().filter(Service::isOurs))
        .hasSizeGreaterThan(5)
        .allMatch(
            service ->
                service
                    .text("pull_policy")
                    .equals(service.json().has("build") ? "build" : "never"));
    assertThat(settings(".env").get("IMAGES")).startsWith("localhost/");
    assertThat(read("deploy/images/build")).contains("prefix=" + settings(".env").get("IMAGES"));
  }

  @Test
  void shouldGiveEachProgramInJavaOfOursSoMuchMemory() {
    assertThat(
            file.services()
                .filter(service -> !service.variable("CREDITSTREAM_BOOTSTRAP_SERVERS").isEmpty()))
        .hasSize(5)
        .allSatisfy(
            service -> {
              String limit = all("^\\$\\{(\\w+_MEMORY)}$", service.text("mem_limit")).get(0);
              assertThat(settings(".env").get(limit)).matches("[1-9]g");
            });
  }

  @Test
  void shouldKeepLargeTablesOfCommandsOutOfTheMemory() {
    assertThat(file.services().filter(service -> service.image().contains("/tools:")))
        .hasSize(2)
        .allSatisfy(
            service -> {
              assertThat(service.variable("TMPDIR")).startsWith("/var/lib/creditstream/");
              assertThat(service.texts("volumes")).contains("model:/var/lib/creditstream");
            });
  }

  @Test
  void shouldStartTheWholeDemoUnlessToldOtherwise() {
    assertThat(file.startedWith(List.of()).map(Service::name))
        .containsExactlyInAnyOrder(
            "kafka-1",
            "journal",
            "registry",
            "model",
            "scorer",
            "drift-monitor",
            "advisor",
            "clients",
            "prometheus",
            "alertmanager",
            "grafana");
    assertThat(file.services().flatMap(service -> service.profiles().stream()))
        .containsOnly("cluster", "postgres", "mlflow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "deploy/README.md"})
  void shouldTellWhereToLook(String document) {
    Map<String, String> settings = settings(".env");

    assertThat(file.startedWith(List.of()).flatMap(service -> service.texts("ports").stream()))
        .hasSizeGreaterThan(7)
        .allSatisfy(
            ports -> {
              String setting = all(":\\$\\{(\\w+)}:", ports).get(0);
              assertThat(read(document)).contains("127.0.0.1:" + settings.get(setting));
            });
  }

  @Test
  void shouldKeepEachServiceOfOursWithoutRights() {
    assertThat(file.services().filter(Service::isOurs))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            service -> {
              assertThat(service.json().path("read_only").asBoolean()).isTrue();
              assertThat(service.texts("cap_drop")).containsExactly("ALL");
              assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
            });
  }

  @Test
  void shouldAskEachServiceThatStaysUpWhetherItIsWell() {
    assertThat(file.services().filter(Service::staysUp))
        .hasSizeGreaterThan(8)
        .allMatch(
            service ->
                service.json().has("healthcheck") || HEALTH_IN_THE_IMAGE.contains(service.name()));
    assertThat(read("deploy/images/Dockerfile"))
        .contains("HEALTHCHECK --interval", "FROM app AS tools\nHEALTHCHECK NONE")
        .containsOnlyOnce("HEALTHCHECK NONE");
  }

  @Test
  void shouldStartEachServiceOnceWhatItNeedsIsWellOrDone() {
    assertThat(file.services().flatMap(service -> service.needs().entrySet().stream()))
        .hasSizeGreaterThan(5)
        .allMatch(
            need ->
                need.getValue()
                    .equals(
                        file.service(need.getKey()).staysUp()
                            ? "service_healthy"
                            : "service_completed_successfully"));
  }

  @Test
  void shouldGiveWhoeverKeepsStateAsMuchTimeToCloseAsAPodHas() {
    String seconds =
        all("terminationGracePeriodSeconds: (\\d+)", read("deploy/kubernetes/base/scorer.yaml"))
            .get(0);

    assertThat(
            file.services()
                .filter(Service::staysUp)
                .filter(service -> service.isOurs() || service.name().startsWith("kafka-")))
        .hasSizeGreaterThan(6)
        .allMatch(service -> service.text("stop_grace_period").equals(seconds + "s"));
  }

  @Test
  void shouldMakeTheTopicOfTheRegistryBeforeItDoes() {
    Service registry = file.service("registry");

    assertThat(registry.needs()).containsKey("journal");
    // The image hands all of these to the brokers as settings of the topic.
    assertThat(registry.json().path("environment").fieldNames())
        .toIterable()
        .isNotEmpty()
        .noneMatch(variable -> variable.startsWith("REGISTRY_KAFKASQL_TOPIC_"));
  }

  @Test
  void shouldPinTheImagesOfOthers() {
    assertThat(all("(?m)^ +image: (\\S+)$", compose))
        .hasSizeGreaterThan(8)
        .allMatch(
            image -> image.matches("(\\$\\{IMAGES}/[a-z-]+:\\$\\{\\w+}|[a-z/-]+:v?[0-9][\\w.]*)"));
  }

  @Test
  void shouldPublishPortsOnTheLoopbackAddressAlone() {
    assertThat(all("(?m)^ +ports: (.+)$", compose))
        .hasSizeGreaterThan(8)
        .allMatch(ports -> ports.matches("\\[\"127\\.0\\.0\\.1:[^,]+\"]"));
  }

  @Test
  void shouldTakeEachSecretFromAFile() {
    assertThat(all("(?m)^    file: \\$\\{SECRETS}/(\\S+)$", compose))
        .hasSizeGreaterThan(2)
        .allMatch(
            secret ->
                Files.isRegularFile(ComposeFile.ROOT.resolve("deploy/compose/secrets/" + secret)));
    assertThat(all("(?m)^ +\\w*PASSWORD\\w*: (.+)$", compose))
        .isNotEmpty()
        .allMatch(value -> value.startsWith("/run/secrets/"));
  }

  private static String joined(List<Service> services, Function<Service, String> text) {
    return services.stream().map(text).collect(Collectors.joining(","));
  }

  private static Map<String, String> settings(String name) {
    return read(name)
        .lines()
        .filter(line -> line.matches("\\w+=.*"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  /** The first group of each place that matches. */
  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(ComposeFile.ROOT.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
