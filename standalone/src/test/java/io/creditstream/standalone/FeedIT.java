package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.LocalServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Train, publish and feed by the command line against a scorer that runs. */
class FeedIT {

  private static final int CLIENTS = 60;

  @TempDir Path directory;

  @Test
  void shouldFeedAScorerAndRepeatAFeedWithoutASecondDecision() throws Exception {
    String files = directory.resolve("files").toString();
    Cli.run("population", "--out", files, "--train", "700", "--test", Integer.toString(CLIENTS));
    String bundle = QuickModel.into(directory.resolve("bundle")).toString();
    DataDirectory data = new DataDirectory(directory.resolve("data"));
    try (LocalServices services = LocalServices.open(data, 0, 0);
        ScorerApplication scorer = scorer(services, data)) {
      String brokers = services.endpoints().bootstrapServers();
      String registry = services.endpoints().registryUrl();
      String[] to = {"--bootstrap-servers", brokers, "--schema-registry", registry};

      Cli publish = Cli.run("publish", bundle, to[0], to[1], to[2], to[3]);
      assertThat(publish.exitCode()).as(publish.err()).isZero();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> scorer.health().whyNotReady().isEmpty());
      feed(files, to, "2026-01-31T12:00:00Z");
      awaitMetric(scorer.uri(), "creditstream_decisions_total", CLIENTS);

      feed(files, to, "2026-01-31T12:00:00Z");
      awaitMetric(scorer.uri(), "creditstream_duplicates_total", CLIENTS);

      feed(files, to, "2026-02-02T12:00:00Z");
      awaitMetric(scorer.uri(), "creditstream_dead_letters_total", CLIENTS);
      assertThat(metric(scorer.uri(), "creditstream_decisions_total")).isEqualTo(CLIENTS);
    }
  }

  private static void feed(String files, String[] to, String time) {
    Cli feed = Cli.run("feed", "--data", files, to[0], to[1], to[2], to[3], "--submitted-at", time);
    assertThat(feed.exitCode()).as(feed.err()).isZero();
    assertThat(feed.out()).contains(CLIENTS + " applications");
  }

  private static ScorerApplication scorer(LocalServices services, DataDirectory data) {
    return ScorerApplication.start(
        ScorerConfig.defaults(
            KafkaSettings.of(
                services.endpoints().bootstrapServers(),
                services.endpoints().registryUrl(),
                ScorerConfig.DEFAULT_APPLICATION_ID,
                data.state("scorer")),
            0));
  }

  private static void awaitMetric(URI scorer, String name, double value) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(metric(scorer, name)).isEqualTo(value));
  }

  private static double metric(URI scorer, String name) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(scorer.resolve("/metrics")).build(), BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
