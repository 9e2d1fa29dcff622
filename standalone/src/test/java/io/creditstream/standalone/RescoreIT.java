package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.RecordedDecisions;
import io.creditstream.standalone.recorded.TopicScan;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decides an application anew on request, by the command line and a scorer. */
class RescoreIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void shouldSupersedeADecisionOnceHistoryCameAndKeepTheFirst() throws Exception {
    String data = directory.resolve("data").toString();
    QuickModel.into(new DataDirectory(Path.of(data)).bundle());
    Cli run =
        Cli.run(
            "standalone",
            "--applications",
            "20",
            "--rate",
            "Infinity",
            "--port-base",
            "0",
            "--data-dir",
            data);
    assertThat(run.exitCode()).as(run.err()).isZero();
    DataDirectory files = new DataDirectory(Path.of(data));
    try (RunningScorer scorer = RunningScorer.start(files);
        SchemaRegistryClient registry =
            SchemaRegistryClients.connect(
                RegistryConfig.of(scorer.endpoints().registryUrl()), RegistryListener.ignoring())) {
      scorer.awaitReady();
      Connection connection =
          new Connection(
              Map.of("bootstrap.servers", scorer.endpoints().bootstrapServers()), registry);
      LoanDecision first = decisions(connection).get(0);
      String id = first.getApplicationId();
      publishHistory(connection, first);

      Cli asked = scorer.run("rescore", "--application", id);

      assertThat(asked.exitCode()).as(asked.err()).isZero();
      publishAgain(connection, request(connection));
      awaitMetric(scorer, "creditstream_rescore_requests_total{result=\"stale\"} 1.0");
      List<LoanDecision> both =
          decisions(connection).stream()
              .filter(decision -> decision.getApplicationId().equals(id))
              .sorted(Comparator.comparing(LoanDecision::getDecidedAt))
              .toList();
      assertThat(both).hasSize(2);
      assertThat(both.get(0)).isEqualTo(first);
      assertThat(both.get(1).getSupersedes().getDecidedAt()).isEqualTo(first.getDecidedAt());
      assertThat(both.get(1).getFeatures()).isNotEqualTo(first.getFeatures());

      JsonNode current = json(scorer, "/v1/applications/" + id);
      assertThat(current.at("/decidedAt").asText())
          .isEqualTo(both.get(1).getDecidedAt().toString());
      assertThat(current.at("/predecessor/decidedAt").asText())
          .isEqualTo(first.getDecidedAt().toString());
      JsonNode listed = json(scorer, "/v1/clients/" + first.getClientId() + "/decisions");
      assertThat(listed.at("/decisions")).hasSize(1);
      assertThat(listed.at("/decisions/0/decidedAt")).isEqualTo(current.at("/decidedAt"));

      Cli replay = scorer.run("replay", "--application", id);
      assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
      assertThat(replay.out()).contains("2 decisions replayed: 2 as recorded");
    }
  }

  /** History before everything that was asked: its timestamp is the time of writing. */
  private static void publishHistory(Connection connection, LoanDecision decision) {
    BureauCredit credit = new BureauCredit();
    credit.setRecordId("late");
    credit.setClientId(decision.getClientId());
    credit.setEventTime(decision.getSubmittedAt().minus(Duration.ofDays(1)));
    credit.setAmtCreditSum(7e6);
    credit.setBalances(List.of());
    try (EventPublisher publisher =
        EventPublisher.connect(connection.client(), connection.registry())) {
      publisher.send(Topics.BUREAU_CREDITS, decision.getClientId(), credit);
      publisher.flush();
    }
  }

  /** The one request that is on its topic. */
  private static RescoreRequest request(Connection connection) {
    AvroDeserializer<RescoreRequest> decoder =
        new AvroDeserializer<>(RescoreRequest.class, connection.registry());
    List<RescoreRequest> requests = new ArrayList<>();
    try (TopicScan scan = new TopicScan(connection.client())) {
      scan.read(
          scan.partitions(Topics.RESCORE_REQUESTS.name()),
          record -> requests.add(decoder.deserialize(record.topic(), record.value())));
    }
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static void publishAgain(Connection connection, RescoreRequest request) {
    try (EventPublisher publisher =
        EventPublisher.connect(connection.client(), connection.registry())) {
      publisher.send(Topics.RESCORE_REQUESTS, request.getApplication().getClientId(), request);
      publisher.flush();
    }
  }

  private static List<LoanDecision> decisions(Connection connection) {
    List<LoanDecision> decisions = new ArrayList<>();
    RecordedDecisions.read(connection, decisions::add);
    return decisions;
  }

  private static void awaitMetric(RunningScorer scorer, String line) {
    Awaitility.await(line)
        .atMost(PATIENCE)
        .until(() -> get(scorer, "/metrics"), metrics -> metrics.contains(line));
  }

  private static JsonNode json(RunningScorer scorer, String path) throws Exception {
    return new ObjectMapper().readTree(get(scorer, path));
  }

  private static String get(RunningScorer scorer, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(scorer.uri().resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }
}
