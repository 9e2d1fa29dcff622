package io.creditstream.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Metrics;
import io.creditstream.scorer.fixture.Platform;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry no longer has a schema that something was written with which the scorer stores. */
class LostSchemaIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MARK = "another system";

  @TempDir Path directory;
  private Platform platform;

  @BeforeEach
  void start() {
    platform = Platform.startWithChampion(directory);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void shouldWaitForTheSchemaOfStoredHistoryNamingIt() throws Exception {
    ScorerConfig config = platform.config("history");
    int id;
    try (ScorerApplication scorer = platform.startReady(config)) {
      id = sendForeign(Topics.BUREAU_CREDITS, Events.credit("b-1", 1_000, Events.PAST));
      platform.apply("first");
      assertThat(platform.awaitDecisions(1).get(0).getMissingSources())
          .doesNotContain(Topics.BUREAU_CREDITS.name());
    }
    List<String> schemas = loseForeignSchemas();

    try (ScorerApplication scorer = platform.startReady(config)) {
      HttpResponse<String> asked = client(scorer);
      assertThat(asked.statusCode()).isEqualTo(503);
      assertThat(asked.body()).contains("schema with id " + id);

      platform.apply("second");

      awaitNotReady(scorer, id);
      assertThat(platform.records(Topics.DECISIONS.name())).hasSize(1);
      write(schemas);
      assertThat(platform.awaitDecisions(2))
          .extracting(LoanDecision::getMissingSources)
          .noneMatch(missing -> missing.contains(Topics.BUREAU_CREDITS.name()));
      Platform.awaitReady(scorer);
    }
  }

  @Test
  void shouldNotSetAsideApplicationsThatWaitWithASchemaThatIsLost() throws Exception {
    HistoryWait wait = new HistoryWait(Duration.ofHours(1), List.of(HistorySource.BUREAU_CREDITS));
    ScorerConfig config = platform.config("waiting").withHistoryWait(wait);
    int id;
    try (ScorerApplication scorer = platform.startReady(config)) {
      id = sendForeign(Topics.APPLICATIONS, Events.pastApplication("a-1"));
      awaitWaiting(scorer);
    }
    List<String> schemas = loseForeignSchemas();

    try (ScorerApplication scorer = ScorerApplication.start(config)) {
      awaitNotReady(scorer, id);
      write(schemas);
      Platform.awaitReady(scorer);
      awaitWaiting(scorer);
      assertThat(platform.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldNotSetAsideApplicationsThatWaitWithASchemaThatWasExchanged() throws Exception {
    HistoryWait wait = new HistoryWait(Duration.ofHours(1), List.of(HistorySource.BUREAU_CREDITS));
    ScorerConfig config = platform.config("exchanged").withHistoryWait(wait);
    try (ScorerApplication scorer = platform.startReady(config)) {
      sendForeign(Topics.APPLICATIONS, Events.pastApplication("a-1"));
      awaitWaiting(scorer);
    }
    List<String> schemas = Files.readAllLines(schemas());
    write(
        schemas.stream()
            .map(line -> line.contains(MARK) ? line.replace("nameContractType", "other") : line)
            .toList());
    try (ScorerApplication scorer = ScorerApplication.start(config)) {
      awaitNotReady(scorer, "bring the one back");
    }

    write(schemas);
    try (ScorerApplication scorer = platform.startReady(config)) {
      awaitWaiting(scorer);
      assertThat(platform.deadLetters()).isEmpty();
    }
  }

  /** Sends an event under a schema of its own, whose id is given. */
  private <V extends SpecificRecord> int sendForeign(Topic<V> topic, V value) {
    try (SchemaRegistryClient registry = platform.registryClient();
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                platform.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] bytes =
          new AvroSerializer<>(topic.valueType(), registry).serialize(topic.name(), value);
      Schema own =
          new Schema.Parser().parse(SpecificData.get().getSchema(topic.valueType()).toString());
      own.addProp("origin", MARK);
      int id = registry.register(topic.subject(), own);
      ByteBuffer.wrap(bytes).putInt(1, id);
      producer.send(new ProducerRecord<>(topic.name(), Events.CLIENT.getBytes(UTF_8), bytes));
      return id;
    }
  }

  /** All schemas that the registry had. */
  private List<String> loseForeignSchemas() throws Exception {
    List<String> all = Files.readAllLines(schemas());
    write(all.stream().filter(line -> !line.contains(MARK)).toList());
    return all;
  }

  private void write(List<String> lines) throws Exception {
    platform.stopRegistry();
    Files.write(schemas(), lines);
    platform.startRegistry();
  }

  private Path schemas() {
    return directory.resolve("registry").resolve("schemas.jsonl");
  }

  private static void awaitNotReady(ScorerApplication scorer, int id) {
    awaitNotReady(scorer, "schema with id " + id);
  }

  private static void awaitNotReady(ScorerApplication scorer, String text) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> scorer.health().whyNotReady().getOrDefault("streams", ""),
            why -> why.contains("bring the one back") && why.contains(text));
    assertThat(scorer.health().whyNotAlive()).isEmpty();
  }

  private static void awaitWaiting(ScorerApplication scorer) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Metrics.sum(scorer, "creditstream_applications_waiting") == 1);
  }

  private static HttpResponse<String> client(ScorerApplication scorer) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(scorer.uri().resolve("/v1/clients/" + Events.CLIENT)).build(),
            BodyHandlers.ofString());
  }
}
