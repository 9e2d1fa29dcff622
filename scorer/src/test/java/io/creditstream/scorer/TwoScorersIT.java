package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.cluster.LoopbackPort;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.Undisturbed;
import io.creditstream.service.http.AdvertisedUrl;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances share the clients and keep a copy of what the other one works on; each answers for
 * all clients.
 */
class TwoScorersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String GROUP = "shared";

  /** The machine that joins later, and so has never worked on all partitions. */
  private static final String LATER = "two";

  private static final StreamsSettings USUAL = StreamsSettings.ofThreads(2);
  private static final StreamsSettings WITH_A_COPY =
      new StreamsSettings(
          USUAL.threads(), USUAL.commitInterval(), USUAL.cacheBytes(), USUAL.rocksDbBytes(), 1);
  private static final List<String> CLIENTS =
      IntStream.rangeClosed(1, 12).mapToObj(i -> "client " + i).toList();

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
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
  void shouldAnswerForAllClientsAtEitherAndGoOnWhenOneIsClosed() throws Exception {
    ScorerApplication first = scorer("one");
    try (ScorerApplication second = scorer(LATER)) {
      try (first) {
        awaitBothHold(first, second);
        awaitAllStateAt(LATER);
        for (String id : CLIENTS) {
          HttpResponse<String> answer = submit(first, id, "?wait=PT20S");
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(json(answer).get("clientId").asText()).isEqualTo(id);
        }

        for (String id : CLIENTS) {
          for (String path : paths(id)) {
            HttpResponse<String> atFirst = get(first, path);
            HttpResponse<String> atSecond = get(second, path);
            assertThat(atFirst.statusCode()).as(path).isEqualTo(200);
            assertThat(atSecond.body()).as(path).isEqualTo(atFirst.body());
          }
          assertThat(score(first, id).statusCode()).isEqualTo(200);
          assertThat(score(second, id).statusCode()).isEqualTo(200);
          assertThat(rescore(second, id).statusCode()).isEqualTo(202);
        }
        for (ScorerApplication scorer : List.of(first, second)) {
          assertThat(get(scorer, "/v1/applications/nothing").statusCode()).isEqualTo(404);
          assertThat(rescore(scorer, "nobody").statusCode()).isEqualTo(404);
          assertThat(get(scorer, "/v1/clients/client%201/decisions?limit=0").statusCode())
              .isEqualTo(400);
        }
      }

      for (String id : CLIENTS) {
        for (String path : paths(id)) {
          HttpResponse<String> answer =
              Awaitility.await(path)
                  .atMost(PATIENCE)
                  .until(() -> getOrWait(second, path), got -> got.statusCode() == 200);
          assertThat(json(answer).toString()).contains(id);
        }
      }
    }
    Undisturbed.assertThatItDecidesTheSame(platform);
  }

  /** While instances come and go, nothing but an answer or a problem that says so is given. */
  private HttpResponse<String> getOrWait(ScorerApplication scorer, String path) throws Exception {
    HttpResponse<String> answer = get(scorer, path);
    if (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(json(answer).get("detail").asText()).contains("try again");
    }
    return answer;
  }

  private static List<String> paths(String id) {
    String encoded = id.replace(" ", "%20");
    return List.of(
        "/v1/clients/" + encoded,
        "/v1/clients/" + encoded + "/decisions",
        "/v1/applications/of%20" + encoded);
  }

  /** Until each answers for some clients itself, and for no client both do. */
  private void awaitBothHold(ScorerApplication first, ScorerApplication second) {
    Awaitility.await("both hold clients")
        .atMost(PATIENCE)
        .until(
            () -> {
              TreeSet<String> atFirst = held(first);
              TreeSet<String> atSecond = held(second);
              boolean both = !atFirst.isEmpty() && !atSecond.isEmpty();
              return both && atFirst.size() + atSecond.size() == CLIENTS.size();
            });
  }

  /**
   * Until a machine holds the state of every partition, though another one works on some of them.
   */
  private void awaitAllStateAt(String machine) {
    KafkaSettings kafka = platform.elsewhere(GROUP, machine).kafka();
    Path tasks = kafka.stateDirectory().resolve(kafka.applicationId());
    Awaitility.await("all state at " + machine)
        .atMost(PATIENCE)
        .until(
            () ->
                IntStream.range(0, Platform.PARTITIONS)
                    .mapToObj(partition -> tasks.resolve("0_" + partition).resolve("rocksdb"))
                    .allMatch(Files::isDirectory));
  }

  private TreeSet<String> held(ScorerApplication scorer) throws Exception {
    TreeSet<String> held = new TreeSet<>();
    for (String id : CLIENTS) {
      HttpRequest relayed =
          HttpRequest.newBuilder(scorer.uri().resolve("/v1/clients/" + id.replace(" ", "%20")))
              .header("Creditstream-Relayed", "1")
              .build();
      if (client.send(relayed, BodyHandlers.ofString()).statusCode() == 200) {
        held.add(id);
      }
    }
    return held;
  }

  private ScorerApplication scorer(String machine) {
    int port = LoopbackPort.free();
    return platform.startReady(
        platform
            .elsewhere(GROUP, machine)
            .withStreams(WITH_A_COPY)
            .withPort(port)
            .withAdvertised(new AdvertisedUrl("http", "127.0.0.1", port)));
  }

  private HttpResponse<String> submit(ScorerApplication scorer, String id, String query)
      throws Exception {
    return post(scorer, "/v1/applications" + query, id);
  }

  private HttpResponse<String> score(ScorerApplication scorer, String id) throws Exception {
    return post(scorer, "/v1/score", id);
  }

  private HttpResponse<String> rescore(ScorerApplication scorer, String id) throws Exception {
    return post(scorer, "/v1/applications/of%20" + id.replace(" ", "%20") + "/rescore", id);
  }

  private HttpResponse<String> post(ScorerApplication scorer, String path, String id)
      throws Exception {
    String body =
        """
        {"applicationId":"of %s","clientId":"%s","submittedAt":"2026-06-01T12:00:00Z",
         "nameContractType":"Cash loans","amtIncomeTotal":50000,"amtCredit":100000,
         "daysBirth":-12000}
        """
            .formatted(id, id);
    return client.send(
        HttpRequest.newBuilder(scorer.uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(ScorerApplication scorer, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(scorer.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
