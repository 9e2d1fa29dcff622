package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.ScorerProcess;
import io.creditstream.scorer.fixture.Undisturbed;
import io.creditstream.service.kafka.KafkaSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a scorer that is a process of its own ends. */
class ScorerProcessIT {

  private static final int FAILED = 1;
  private static final double APPLICATIONS_PER_SECOND = 100;
  private static final int ENDED_BY_SIGTERM = 128 + 15;
  private static final Pattern RESTORED =
      Pattern.compile("(\\d+) of at most (\\d+) records restored");

  @TempDir static Path directory;
  private static Platform platform;

  @BeforeAll
  static void start() {
    platform = Platform.startWithChampion(directory);
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
  void shouldEndCleanlyInTheMidstOfARestoreAndThenDecideAsIfNothingHadHappened() throws Exception {
    List<String> before = fillStores();
    Path home = home("restore");
    try (KafkaProducer<byte[], byte[]> held = heldUp(ScorerConfig.DEFAULT_APPLICATION_ID);
        ScorerProcess scorer = ScorerProcess.start(platform, home)) {
      scorer.awaitReadiness("a restore", ScorerProcessIT::isInTheMidstOfARestore);

      assertThat(scorer.terminate()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(scorer.log()).doesNotContain("to=\"RUNNING\"", " ERROR ", "Exception:");
      held.abortTransaction();
    }

    try (ScorerProcess scorer = ScorerProcess.start(platform, home)) {
      scorer.awaitReady();
      assertThatItGoesOnAfter(before);
    }
    Undisturbed.assertThatItDecidesTheSame(platform);
  }

  /** Those who have applied before apply again, and then others do. */
  private static void assertThatItGoesOnAfter(List<String> before) {
    try (LiveFeed feed = LiveFeed.start(platform, APPLICATIONS_PER_SECOND)) {
      platform.awaitDecisions(before.size() + 40);
      List<String> all = feed.stop();
      assertThat(all).startsWith(before.toArray(String[]::new));
      assertThat(platform.awaitDecisions(all.size()))
          .extracting(LoanDecision::getApplicationId)
          .containsExactlyInAnyOrderElementsOf(all);
    }
  }

  /**
   * Leaves a transaction open on the changelog of the decisions, at its end: nobody can restore it
   * wholly until that is aborted.
   */
  private static KafkaProducer<byte[], byte[]> heldUp(String application) {
    Map<String, Object> properties = platform.client();
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "held-up");
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 600_000);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(
        new ProducerRecord<>(
            application + "-decisions-changelog", 0, new byte[] {1}, new byte[] {1}));
    producer.flush();
    return producer;
  }

  private static boolean isInTheMidstOfARestore(String readiness) {
    Matcher progress = RESTORED.matcher(readiness);
    return progress.find()
        && Long.parseLong(progress.group(1)) > 0
        && Long.parseLong(progress.group(1)) < Long.parseLong(progress.group(2));
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
        LiveFeed feed = LiveFeed.start(platform, APPLICATIONS_PER_SECOND)) {
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
