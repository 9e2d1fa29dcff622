package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.ClusterOptions;
import io.creditstream.cluster.EmbeddedCluster;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers of a cluster come and go while clients apply. */
class BrokersIT {

  private static final List<Integer> BROKERS = List.of(1, 2, 3);

  /** A broker that stops then tells nobody, as one that is killed. */
  private static final Map<String, String> WITHOUT_NOTICE =
      Map.of("controlled.shutdown.enable", "false");

  @TempDir Path directory;

  @Test
  void shouldDecideEachApplicationOnceWhileOneBrokerDiesAndThenAllOfThem() {
    ClusterOptions options =
        ClusterOptions.in(directory.resolve("cluster"), BROKERS.size())
            .withProperties(WITHOUT_NOTICE);
    try (EmbeddedCluster cluster = EmbeddedCluster.start(options);
        Platform platform = Platform.on(cluster, directory)) {
      platform.createTopics();
      platform.publishChampion(TestBundles.shared());
      try (ScorerApplication scorer = platform.startReady(platform.config("brokers"));
          LiveFeed feed = LiveFeed.start(platform, 25)) {
        awaitMoreDecisions(platform);

        cluster.stopBroker(1);
        awaitMoreDecisions(platform);
        cluster.startBroker(1);
        awaitMoreDecisions(platform);
        BROKERS.forEach(cluster::stopBroker);
        BROKERS.forEach(cluster::startBroker);
        awaitMoreDecisions(platform);

        List<String> sent = feed.stop();
        assertThat(platform.awaitDecisions(sent.size()))
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(platform.deadLetters()).isEmpty();
        Platform.awaitReady(scorer);
      }
    }
  }

  /** The stream goes on. */
  private static void awaitMoreDecisions(Platform platform) {
    platform.awaitDecisions(platform.records(Topics.DECISIONS.name()).size() + 25);
  }
}
