package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.MonthlyBalance;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.ScorerProcess;
import io.creditstream.scorer.fixture.SmallDisk;
import io.creditstream.scorer.fixture.Undisturbed;
import io.creditstream.simulator.feed.EventPublisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the state directory fills up while history comes in. */
class FullDiskIT {

  private static final int MEGABYTES = 128;
  private static final int CREDITS = 500;
  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path directory;

  @Test
  void shouldSayThatItsDiskIsFullAndGoOnOnceThereIsRoom() throws Exception {
    Path state = Files.createDirectory(directory.resolve("state"));
    Optional<SmallDisk> small = SmallDisk.at(state, MEGABYTES);
    assumeTrue(small.isPresent(), "no disk can be made small here: mounting is not allowed");
    SmallDisk disk = small.get();
    try (Platform platform = Platform.startWithChampion(directory.resolve("platform"))) {
      try (ScorerProcess scorer =
          ScorerProcess.start(
              disk.command(), platform, directory, Map.of("STATE_DIR", state.toString()))) {
        scorer.awaitReady();

        disk.fill(scorer);
        int clients = publishHistoryUntil(platform, scorer, "the disk of the state directory");
        disk.free(scorer);

        scorer.awaitReady();
        apply(platform, clients);
        assertThat(platform.awaitDecisions(clients))
            .hasSize(clients)
            .extracting(LoanDecision::getMissingSources)
            .noneMatch(missing -> missing.contains(Topics.BUREAU_CREDITS.name()));
        assertThat(platform.deadLetters()).isEmpty();
      }
      Undisturbed.assertThatItDecidesTheSame(platform);
    }
  }

  /** Publishes histories of one client after the other until a scorer is not ready for a reason. */
  private static int publishHistoryUntil(Platform platform, ScorerProcess scorer, String reason) {
    int[] clients = {0};
    try (EventPublisher publisher = platform.publisher()) {
      Awaitility.await("not ready: " + reason)
          .atMost(Duration.ofSeconds(90))
          .until(
              () -> {
                String client = "client-" + clients[0]++;
                for (int i = 0; i < CREDITS; i++) {
                  publisher.send(Topics.BUREAU_CREDITS, client, credit(client, i));
                }
                publisher.flush();
                return scorer.ready();
              },
              ready -> ready.contains(reason));
    }
    return clients[0];
  }

  /** About a kilobyte. */
  private static BureauCredit credit(String client, int i) {
    BureauCredit credit = Events.credit("credit-" + i, i, BEFORE);
    credit.setClientId(client);
    credit.setBalances(Collections.nCopies(300, new MonthlyBalance(600, "0")));
    return credit;
  }

  private static void apply(Platform platform, int clients) {
    try (EventPublisher publisher = platform.publisher()) {
      for (int client = 0; client < clients; client++) {
        LoanApplication application = Events.application("a-" + client);
        application.setClientId("client-" + client);
        application.setSubmittedAt(BEFORE.plusSeconds(60));
        publisher.send(Topics.APPLICATIONS, application.getClientId(), application);
      }
      publisher.flush();
    }
  }
}
