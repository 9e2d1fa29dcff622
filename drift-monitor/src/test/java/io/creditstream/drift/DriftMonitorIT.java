package io.creditstream.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.view.DriftView;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.TopicSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftMonitorIT {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Population population = new Population(1, 5_000, 1);

  @TempDir private Path directory;
  private TestCluster cluster;
  private DecisionFactory decisions;

  @BeforeEach
  void startCluster() {
    cluster = new TestCluster(directory, population);
    decisions = new DecisionFactory(population, cluster.modelSha256());
  }

  @AfterEach
  void stopCluster() {
    cluster.close();
  }

  @Test
  void shouldReportEveryWindowThoughAPartitionIsSilent() throws Exception {
    try (DriftMonitorApplication monitor = DriftMonitorApplication.start(config())) {
      cluster.publishModel();
      cluster.decide(0, window(0, 600, Change.none()));
      cluster.send(Topics.DECISIONS.name(), 0, "no decision".getBytes(UTF_8));
      cluster.decide(0, window(1, 40, Change.none()));

      await().atMost(PATIENCE).until(monitor::caughtUp);

      assertThat(cluster.reports()).extracting(DriftReport::getSamples).containsExactly(600L, 40L);
      assertThat(cluster.reports())
          .extracting(DriftReport::getStatus)
          .containsExactly(DriftStatus.STABLE, DriftStatus.INSUFFICIENT);
      assertThat(cluster.committed(Topics.DECISIONS.deadLetterTopic()))
          .singleElement()
          .satisfies(letter -> assertThat(letter.value()).isEqualTo("no decision".getBytes(UTF_8)));
      DriftView view = monitor.drift();
      assertThat(view.windowsClosed()).isEqualTo(2);
      assertThat(view.series().get(0).latestJudged().orElseThrow().getSamples()).isEqualTo(600);
      assertThat(get(monitor, "/ready").statusCode()).isEqualTo(200);
      assertThat(get(monitor, "/metrics").body())
          .contains("creditstream_drift_psi{feature=\"F0\"", "creditstream_drift_samples{")
          .contains("creditstream_dead_letters_total{reason=\"wrong_magic\"")
          .contains("kafka_stream_")
          .doesNotContain("client-1");
      assertThat(get(monitor, "/v1/drift").body())
          .contains("\"samples\":40", "\"feature\":\"F0\"", "\"open_windows\":[]");
      HttpResponse<String> page = get(monitor, "/report");
      assertThat(page.body()).contains("<h1>Drift report</h1>");
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void shouldCarryOpenWindowsAndStatusOverARestart() {
    Change shift =
        (vector, random) -> {
          vector[0] += 1;
          return vector;
        };
    try (DriftMonitorApplication monitor = DriftMonitorApplication.start(config())) {
      cluster.publishModel();
      cluster.decide(0, window(0, 600, shift));
      cluster.decide(1, window(0, 600, shift));
      await().atMost(PATIENCE).until(monitor::caughtUp);
    }
    cluster.decide(0, window(0, 100, shift));
    cluster.decide(1, window(1, 700, shift));

    try (DriftMonitorApplication monitor = DriftMonitorApplication.start(config())) {
      await().atMost(PATIENCE).until(monitor::caughtUp);

      assertThat(monitor.drift().windowsClosed()).isEqualTo(1);
      List<DriftReport> windows = monitor.drift().series().get(0).closed();
      assertThat(windows).extracting(DriftReport::getSamples).containsExactly(1_300L, 700L);
      assertThat(windows)
          .extracting(DriftReport::getStatus)
          .containsExactly(DriftStatus.WARNING, DriftStatus.ALERT);
    }
  }

  @Test
  void shouldSetAsideDecisionsOfAModelThatWasNeverPublished() {
    try (DriftMonitorApplication monitor = DriftMonitorApplication.start(config())) {
      cluster.decide(0, window(0, 3, Change.none()));

      await().atMost(PATIENCE).until(monitor::caughtUp);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(cluster.committed(Topics.DECISIONS.deadLetterTopic())).hasSize(3));
      assertThat(cluster.reports()).isEmpty();
    }
  }

  private DriftMonitorConfig config() {
    return DriftMonitorConfig.defaults(cluster.settings(directory.resolve("state")), 0)
        .withTopics(new TopicSettings(2, (short) 1))
        .withFlushInterval(Duration.ofMillis(200))
        .withWindows(new WindowSettings(WINDOW, Duration.ZERO, Duration.ofSeconds(2)));
  }

  private List<LoanDecision> window(int number, int samples, Change change) {
    List<LoanDecision> all = new ArrayList<>();
    Instant start = START.plus(WINDOW.multipliedBy(number));
    for (int i = 0; i < samples; i++) {
      all.add(decisions.at(start.plusMillis(i), change));
    }
    return all;
  }

  private static HttpResponse<String> get(DriftMonitorApplication monitor, String path)
      throws IOException, InterruptedException {
    URI uri = monitor.uri().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
