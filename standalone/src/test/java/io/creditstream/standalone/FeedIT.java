package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.standalone.data.DataDirectory;
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
    try (RunningScorer scorer = RunningScorer.start(data)) {
      Cli publish = scorer.run("publish", bundle);
      assertThat(publish.exitCode()).as(publish.err()).isZero();
      scorer.awaitReady();
      feed(scorer, files, "2026-01-31T12:00:00Z");
      awaitMetric(scorer.uri(), "creditstream_decisions_total", CLIENTS);

      feed(scorer, files, "2026-01-31T12:00:00Z");
      awaitMetric(scorer.uri(), "creditstream_duplicates_total", CLIENTS);

      feed(scorer, files, "2026-02-02T12:00:00Z");
      awaitMetric(scorer.uri(), "creditstream_dead_letters_total", CLIENTS);
      assertThat(metric(scorer.uri(), "creditstream_decisions_total")).isEqualTo(CLIENTS);
    }
  }

  private static void feed(RunningScorer scorer, String files, String time) {
    Cli feed = scorer.run("feed", "--data", files, "--submitted-at", time);
    assertThat(feed.exitCode()).as(feed.err()).isZero();
    assertThat(feed.out()).contains(CLIENTS + " applications");
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
