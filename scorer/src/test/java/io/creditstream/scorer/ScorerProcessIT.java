package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.ScorerProcess;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.service.kafka.KafkaSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a scorer that is a process of its own ends. */
class ScorerProcessIT {

  private static final int FAILED = 1;
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir static Path directory;
  private static Platform platform;

  @BeforeAll
  static void start() {
    platform = Platform.start(directory);
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void shouldSayInOneLineThatItsPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ScorerProcess scorer =
            ScorerProcess.start(
                platform, home("port"), Map.of("PORT", Integer.toString(taken.getLocalPort())))) {

      assertThat(scorer.exitCode()).isEqualTo(FAILED);
      assertThat(lastLine(scorer))
          .startsWith("creditstream-scorer: ")
          .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void shouldSayInOneLineThatItsStateDirectoryCannotBeUsed() throws Exception {
    Path home = home("state");
    Path file = Files.createFile(home.resolve("file"));
    try (ScorerProcess scorer =
        ScorerProcess.start(
            platform, home, Map.of("STATE_DIR", file.resolve("state").toString()))) {

      assertThat(scorer.exitCode()).isEqualTo(FAILED);
      assertThat(lastLine(scorer))
          .startsWith("creditstream-scorer: the state directory " + file)
          .contains("make it writable");
    }
  }

  @Test
  void shouldEndCleanlyWhileItRestoresAndGoOnAfterwards() throws Exception {
    List<String> sent = fillStores();
    Path home = home("restore");
    // A record at a time, so that it takes long enough to be asked to end in between.
    Map<String, String> slow =
        Map.of(
            "KAFKA_RESTORE_CONSUMER_MAX_POLL_RECORDS", "1",
            "KAFKA_RESTORE_CONSUMER_MAX_PARTITION_FETCH_BYTES", "1",
            "KAFKA_RESTORE_CONSUMER_FETCH_MAX_BYTES", "1");
    try (ScorerProcess scorer = ScorerProcess.start(platform, home, slow)) {
      scorer.awaitReadiness("state REBALANCING");

      assertThat(scorer.terminate()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(scorer.log()).doesNotContain("to=\"RUNNING\"", " ERROR ", "Exception:");
    }

    try (ScorerProcess scorer = ScorerProcess.start(platform, home)) {
      scorer.awaitReady();
      assertThat(platform.awaitDecisions(sent.size())).hasSize(sent.size());
    }
  }

  /** Decides applications with their history in the group that the processes belong to. */
  private static List<String> fillStores() {
    ScorerConfig config =
        platform.config(
            KafkaSettings.of(
                platform.bootstrapServers(),
                platform.registryUrl(),
                ScorerConfig.DEFAULT_APPLICATION_ID,
                directory.resolve("before")));
    try (ScorerApplication scorer = platform.startReady(config);
        LiveFeed feed = LiveFeed.start(platform, 200)) {
      platform.awaitDecisions(80);
      List<String> sent = feed.stop();
      platform.awaitDecisions(sent.size());
      return sent;
    }
  }

  private static Path home(String name) throws Exception {
    return Files.createDirectory(directory.resolve("home-" + name));
  }

  private static String lastLine(ScorerProcess scorer) {
    List<String> lines = scorer.log().lines().toList();
    return lines.get(lines.size() - 1);
  }
}
