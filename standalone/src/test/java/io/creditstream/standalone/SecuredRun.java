package io.creditstream.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.advisor.AdvisorApplication;
import io.creditstream.advisor.AdvisorSettings;
import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.drift.DriftMonitorSettings;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.ReviewVerdict;
import io.creditstream.schemas.registry.HttpSchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerSettings;
import io.creditstream.service.acl.KafkaRole;
import io.creditstream.service.acl.KafkaRoles;
import io.creditstream.service.config.Arguments;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.Setting;
import io.creditstream.service.json.EventJson;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.standalone.recorded.TopicScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/**
 * The whole product on a secured broker, from making the topics to looking back, each part of it
 * under its own role and configured by a file.
 */
final class SecuredRun implements AutoCloseable {

  static final int FED = 12;

  /** A client, in an application that is decided and in one that is set aside. */
  static final String CANARY = "canary-4471";

  /** What would be a line of its own in a log. */
  static final String SMUGGLED = "WARN all is well";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final SecuredBroker broker;
  private final SchemaRegistryClient registry;
  private final HttpClient http = HttpClient.newHttpClient();
  private ScorerApplication scorer;
  private DriftMonitorApplication monitor;
  private final AdvisorApplication advisor;

  private SecuredRun(Path directory, SecuredBroker broker) {
    this.directory = directory;
    this.broker = broker;
    this.registry = new HttpSchemaRegistryClient(RegistryConfig.of(broker.registryUrl()));
    command(KafkaRoles.TOPICS, "topics", "--partitions", "1", "--replication-factor", "1");
    publishModels();
    this.scorer = startScorer("scorer");
    this.monitor = startMonitor("monitor");
    this.advisor = startAdvisor();
  }

  /** Does everything that the roles are for, once. */
  static SecuredRun through(Path directory, SecuredBroker broker) {
    SecuredRun run = new SecuredRun(directory, broker);
    run.apply();
    run.readOn();
    run.lookBack();
    run.restart();
    return run;
  }

  private void publishModels() {
    String files = directory.resolve("files").toString();
    String bundle = directory.resolve("bundle").toString();
    local("population", "--out", files, "--train", "700", "--test", Integer.toString(FED));
    local(
        "train", "--data", files, "--out", bundle, "--folds", "2", "--trials", "0", "--no-compare");
    command(KafkaRoles.PUBLISHER, "publish", "--force", "the only one", bundle);
    command(KafkaRoles.PUBLISHER, "publish", "--role", "challenger", bundle);
  }

  private ScorerApplication startScorer(String state) {
    ScorerApplication started =
        ScorerApplication.start(
            ScorerSettings.read(configuration(KafkaRoles.SCORER, state, ScorerSettings.all())));
    await("the scorer is ready", () -> started.health().whyNotReady().isEmpty());
    return started;
  }

  private DriftMonitorApplication startMonitor(String state) {
    DriftMonitorApplication started =
        DriftMonitorApplication.start(
            DriftMonitorSettings.read(
                configuration(
                    KafkaRoles.DRIFT_MONITOR,
                    state,
                    DriftMonitorSettings.all(),
                    "--idle-timeout=PT1S",
                    "--kafka=repartition.purge.interval.ms=500")));
    await("the monitor is ready", () -> started.health().whyNotReady().isEmpty());
    return started;
  }

  private AdvisorApplication startAdvisor() {
    AdvisorApplication started =
        AdvisorApplication.start(
            AdvisorSettings.read(
                configuration(
                    KafkaRoles.ADVISOR,
                    "advisor",
                    AdvisorSettings.all(),
                    "--scorer-url=" + scorer.uri(),
                    "--drift-monitor-url=" + monitor.uri())));
    await("the advisor is ready", () -> started.health().whyNotReady().isEmpty());
    return started;
  }

  /** Applications by files, by the API and one that is none. */
  private void apply() {
    command(KafkaRoles.ORIGINATION, "feed", "--data", directory.resolve("files").toString());
    send(
        KafkaRoles.ORIGINATION,
        new ProducerRecord<>(
            Topics.APPLICATIONS.name(), "client".getBytes(UTF_8), new byte[] {1, 2, 3}));
    LoanApplication strange = application("strange\n" + SMUGGLED);
    strange.setAmtCredit(-1.0);
    try (EventPublisher publisher =
        EventPublisher.connect(broker.client(KafkaRoles.ORIGINATION), registry)) {
      publisher.send(Topics.APPLICATIONS, CANARY, strange);
      publisher.flush();
    }
    LoanApplication application = application("by-the-api");
    assertThat(
            post(scorer.uri().resolve("/v1/applications?wait=PT30S"), EventJson.line(application)))
        .isEqualTo(200);
    assertThat(post(scorer.uri().resolve("/v1/applications/by-the-api/rescore"), ""))
        .isLessThan(300);
  }

  private static LoanApplication application(String id) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId(id);
    application.setClientId(CANARY);
    application.setSubmittedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    application.setNameContractType("Cash loans");
    application.setOrganizationType(CANARY);
    application.setAmtCredit(100_000.0);
    return application;
  }

  /** Decisions reach a reader, the advisor and the drift monitor. */
  private void readOn() {
    List<LoanDecision> decisions = decisions(FED + 2);
    LoanDecision some = decisions.get(0);
    try (EventPublisher publisher =
        EventPublisher.connect(broker.client(KafkaRoles.ORIGINATION), registry)) {
      publisher.send(
          Topics.OUTCOMES,
          some.getClientId(),
          new LoanOutcome(
              some.getApplicationId(),
              some.getClientId(),
              some.getSubmittedAt(),
              RepaymentResult.REPAID));
      publisher.flush();
    }
    try (EventPublisher publisher =
        EventPublisher.connect(broker.client(KafkaRoles.ADVISOR), registry)) {
      publisher.send(
          Topics.REVIEWS,
          some.getClientId(),
          new DecisionReview(
              some.getApplicationId(),
              some.getClientId(),
              "review",
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              "somebody",
              null,
              ReviewVerdict.UPHELD,
              some.getOutcome(),
              "as it was"));
      publisher.flush();
    }
    await("the advisor shows all", () -> shown() == FED + 1);
    await("the monitor has counted all", monitor::caughtUp);
  }

  private void lookBack() {
    String id = decisions(1).get(0).getApplicationId();
    assertThat(command(KafkaRoles.AUDITOR, "replay", "--application", id).out()).contains("1");
    assertThat(command(KafkaRoles.AUDITOR, "dlq", "list").out()).contains("2 dead letters");
    command(KafkaRoles.OPERATOR, "rescore", "--application", id);
    command(
        KafkaRoles.OPERATOR,
        "dlq",
        "replay",
        "--topic",
        Topics.APPLICATIONS.name(),
        "--offset",
        "0:0");
    decisions(FED + 3);
  }

  /** Both restore what they have lost. */
  private void restart() {
    scorer.close();
    scorer = startScorer("scorer-elsewhere");
    monitor.close();
    monitor = startMonitor("monitor-elsewhere");
  }

  /** Decisions in the advisor. */
  int shown() throws IOException, InterruptedException {
    return get(advisor.uri().resolve("/api/decisions")).path("total").asInt();
  }

  /** What all three export. */
  String metrics() throws IOException, InterruptedException {
    StringBuilder all = new StringBuilder();
    for (URI uri : List.of(scorer.uri(), monitor.uri(), advisor.uri())) {
      all.append(
          http.send(
                  HttpRequest.newBuilder(uri.resolve("/metrics")).build(), BodyHandlers.ofString())
              .body());
    }
    return all.toString();
  }

  /** What the headers of dead letters say. */
  List<String> headersOfLetters() {
    List<String> headers = new ArrayList<>();
    try (TopicScan scan = new TopicScan(broker.client(KafkaRoles.AUDITOR))) {
      scan.read(
          scan.partitions(Topics.APPLICATIONS.deadLetterTopic()),
          letter ->
              letter.headers().forEach(header -> headers.add(new String(header.value(), UTF_8))));
    }
    return headers;
  }

  /** What a program is told that sends an application which is none. */
  String answerToNonsense() throws IOException, InterruptedException {
    String body = "{\"clientIdd\":\"%s\"}".formatted(CANARY);
    return http.send(
            HttpRequest.newBuilder(scorer.uri().resolve("/v1/applications"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  /** What the scorer still knows of an application. */
  JsonNode recorded(String applicationId) throws IOException, InterruptedException {
    return get(scorer.uri().resolve("/v1/applications/" + applicationId));
  }

  /** What the monitor has measured. */
  JsonNode drift() throws IOException, InterruptedException {
    return get(monitor.uri().resolve("/v1/drift"));
  }

  /** Waits for so many decisions as whoever takes them further would read them. */
  private List<LoanDecision> decisions(int count) {
    Map<String, Object> client = broker.client(KafkaRoles.READER);
    client.put("group.id", "creditstream-reader-of-the-test");
    client.put("auto.offset.reset", "earliest");
    client.put("enable.auto.commit", "false");
    client.put("isolation.level", "read_committed");
    AvroDeserializer<LoanDecision> deserializer =
        new AvroDeserializer<>(LoanDecision.class, registry);
    List<LoanDecision> decisions = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(
          Stream.of(Topics.DECISIONS, Topics.REVIEWS, Topics.DRIFT_REPORTS)
              .map(topic -> topic.name())
              .toList());
      await(
          count + " decisions",
          () -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
              if (record.topic().equals(Topics.DECISIONS.name())) {
                decisions.add(deserializer.deserialize(record.topic(), record.value()));
              }
            }
            return decisions.size() >= count;
          });
    }
    return decisions;
  }

  private void send(KafkaRole role, ProducerRecord<byte[], byte[]> record) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker.client(role), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record);
    }
  }

  private JsonNode get(URI uri) throws IOException, InterruptedException {
    return JSON.readTree(
        http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
  }

  private int post(URI uri, String body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(uri)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Configuration configuration(
      KafkaRole role, String state, List<Setting> settings, String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--config=" + file(role),
                "--state-dir=" + directory.resolve(state),
                "--port=0",
                "--partitions=1",
                "--replication-factor=1"));
    flags.addAll(List.of(more));
    return Arguments.parse(settings, flags.toArray(String[]::new))
        .configuration(settings, Map.of());
  }

  /** What an operator would write for a role. */
  private Path file(KafkaRole role) {
    Properties properties = new Properties();
    properties.setProperty("CREDITSTREAM_SCHEMA_REGISTRY_URL", broker.registryUrl());
    Set<String> keys = new TreeSet<>(broker.client(role).keySet());
    for (String key : keys) {
      String name =
          key.equals("bootstrap.servers")
              ? "BOOTSTRAP_SERVERS"
              : "KAFKA_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
      properties.setProperty("CREDITSTREAM_" + name, broker.client(role).get(key).toString());
    }
    Path file = directory.resolve(role.name() + ".properties");
    try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
      properties.store(writer, role.meaning());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Runs a command under a role; it has to succeed. */
  private Cli command(KafkaRole role, String... words) {
    return local(
        Stream.concat(Arrays.stream(words), Stream.of("--config", file(role).toString()))
            .toArray(String[]::new));
  }

  private static Cli local(String... words) {
    Cli cli = Cli.run(words);
    assertThat(cli.exitCode()).as(String.join(" ", words) + ": " + cli.out() + cli.err()).isZero();
    return cli;
  }

  private static void await(String what, Callable<Boolean> state) {
    Awaitility.await(what).atMost(PATIENCE).until(state);
  }

  @Override
  public void close() {
    advisor.close();
    monitor.close();
    scorer.close();
    registry.close();
  }
}
