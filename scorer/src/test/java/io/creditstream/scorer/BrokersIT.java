package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.cluster.EmbeddedCluster;
import io.creditstream.cluster.process.MortalBrokers;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.scorer.fixture.Undisturbed;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers of a cluster and scorers on it come and go while clients apply. */
class BrokersIT {

  private static final List<Integer> BROKERS = List.of(1, 2, 3);

  @TempDir Path directory;

  @Test
  void shouldDecideEachApplicationOnceWhileBrokersDieAndOneOfThreeScorersLeaves() throws Exception {
    try (EmbeddedCluster cluster = MortalBrokers.start(directory.resolve("cluster"));
        Platform platform = Platform.on(cluster, directory)) {
      platform.createTopics();
      platform.publishChampion(TestBundles.shared());
      try (ScorerApplication first = scorer(platform, "one");
          ScorerApplication second = scorer(platform, "two");
          ScorerApplication third = scorer(platform, "three");
          LiveFeed feed = LiveFeed.start(platform, 25)) {
        for (ScorerApplication scorer : List.of(first, second, third)) {
          awaitPartOfTheWork(scorer);
        }
        everyTopicOutlivesABroker(platform);

        cluster.stopBroker(1);
        awaitMoreDecisions(platform);
        cluster.startBroker(1);
        awaitMoreDecisions(platform);
        first.close();
        awaitMoreDecisions(platform);
        BROKERS.forEach(cluster::stopBroker);
        BROKERS.forEach(cluster::startBroker);
        awaitMoreDecisions(platform);

        List<String> sent = feed.stop();
        assertThat(platform.awaitDecisions(sent.size()))
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(platform.deadLetters()).isEmpty();
        Platform.awaitReady(second);
        Platform.awaitReady(third);
      }
      Undisturbed.assertThatItDecidesTheSame(platform);
    }
  }

  private static ScorerApplication scorer(Platform platform, String machine) {
    return platform.startReady(platform.elsewhere("brokers", machine));
  }

  /** Also that it exports what the alert on brokers that are away is made of. */
  private static void awaitPartOfTheWork(ScorerApplication scorer) {
    HttpRequest metrics = HttpRequest.newBuilder(scorer.uri().resolve("/metrics")).build();
    Awaitility.await("decisions of each")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> HttpClient.newHttpClient().send(metrics, BodyHandlers.ofString()).body(),
            text ->
                text.contains("creditstream_decisions_total{")
                    && text.contains("kafka_consumer_coordinator_last_heartbeat_seconds_ago{"));
  }

  /** Changelogs as well. */
  private static void everyTopicOutlivesABroker(Platform platform) throws Exception {
    try (Admin admin = Admin.create(platform.client())) {
      Set<String> names = admin.listTopics().names().get();
      assertThat(names).anyMatch(name -> name.endsWith("-changelog"));
      assertThat(admin.describeTopics(names).allTopicNames().get().values())
          .flatExtracting(TopicDescription::partitions)
          .allMatch(partition -> partition.replicas().size() == BROKERS.size());
      List<ConfigResource> topics =
          names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
      assertThat(admin.describeConfigs(topics).all().get().values())
          .extracting(config -> config.get("min.insync.replicas").value())
          .containsOnly("2");
    }
  }

  /** The stream goes on. */
  private static void awaitMoreDecisions(Platform platform) {
    platform.awaitDecisions(platform.records(Topics.DECISIONS.name()).size() + 25);
  }
}
