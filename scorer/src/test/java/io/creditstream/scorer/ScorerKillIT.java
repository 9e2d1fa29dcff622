package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Metrics;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.ScorerProcess;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.scorer.fixture.Undisturbed;
import io.creditstream.simulator.feed.EventFeed;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.FeedListener;
import io.creditstream.simulator.feed.HistoryBarrier;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerKillIT {

  private static final int APPLICATIONS = 400;
  private static final int CLIENTS_AHEAD = 50;
  private static final double APPLICATIONS_PER_SECOND = 60;

  private static final List<Dossier> DOSSIERS = dossiers();

  @TempDir Path directory;

  @Test
  void shouldDecideEachApplicationOnceThoughKilledInMidStream() throws Exception {
    try (Platform platform = platform()) {
      CompletableFuture<Void> feed =
          CompletableFuture.runAsync(() -> feed(platform, DOSSIERS, APPLICATIONS_PER_SECOND));
      Path process = Files.createDirectory(directory.resolve("process"));
      for (int decided : List.of(60, 140)) {
        try (ScorerProcess scorer = ScorerProcess.start(platform, process)) {
          platform.awaitDecisions(decided);
          scorer.kill();
        }
      }
      try (ScorerProcess scorer = ScorerProcess.start(platform, process)) {
        assertThatEachClientWasSeenWithItsWholeHistory(platform.awaitDecisions(APPLICATIONS));
        feed.get(1, TimeUnit.MINUTES);
        assertThat(platform.records(Topics.DECISIONS.name())).hasSize(APPLICATIONS);
        assertThat(platform.deadLetters()).isEmpty();
      }
      Undisturbed.assertThatItDecidesTheSame(platform);
    }
  }

  @Test
  void shouldDecideOnWithTheSameBytesThoughItsStateDirectoryWasLost() throws Exception {
    List<Dossier> first = DOSSIERS.subList(0, APPLICATIONS / 2);
    List<Dossier> others = DOSSIERS.subList(APPLICATIONS / 2, APPLICATIONS);
    try (Platform platform = platform()) {
      ScorerConfig config = platform.config("lost");
      try (ScorerApplication scorer = platform.startReady(config)) {
        feedHistory(platform, others);
        feed(platform, first, Double.POSITIVE_INFINITY);
        platform.awaitDecisions(first.size());
      }

      delete(config.kafka().stateDirectory());

      try (ScorerApplication scorer = platform.startReady(config)) {
        feedApplications(platform, others);
        assertThatEachClientWasSeenWithItsWholeHistory(platform.awaitDecisions(APPLICATIONS));

        feedApplications(platform, first);
        awaitDuplicates(scorer, first.size());
        assertThat(platform.records(Topics.DECISIONS.name())).hasSize(APPLICATIONS);
      }
      Undisturbed.assertThatItDecidesTheSame(platform);
    }
  }

  private static void assertThatEachClientWasSeenWithItsWholeHistory(List<LoanDecision> decisions) {
    Map<String, LoanDecision> byId =
        decisions.stream()
            .collect(Collectors.toMap(LoanDecision::getApplicationId, Function.identity()));
    FeatureExtractor extractor = new FeatureExtractor(TestBundles.shared().dictionary());
    for (Dossier dossier : DOSSIERS) {
      LoanDecision decision = byId.get(dossier.application().getApplicationId());
      double[] seen =
          decision.getFeatures().stream()
              .mapToDouble(value -> value == null ? Double.NaN : value)
              .toArray();
      assertThat(seen).isEqualTo(extractor.extract(dossier.application(), dossier.history()));
    }
  }

  private Platform platform() {
    Platform platform = Platform.startWithChampion(directory);
    return platform;
  }

  private static List<Dossier> dossiers() {
    List<Dossier> dossiers = new ArrayList<>();
    new SyntheticDossiers(
            new Population(Profile.STREAM, 5),
            APPLICATIONS,
            SubmissionTimes.at(Instant.parse("2026-06-01T09:00:00Z")))
        .forEach(dossiers::add);
    return dossiers;
  }

  private static void feed(Platform platform, List<Dossier> dossiers, double perSecond) {
    try (EventPublisher publisher = platform.publisher()) {
      EventFeed feed =
          new EventFeed(publisher, HistoryBarrier.none(), new Silent(), perSecond, CLIENTS_AHEAD);
      dossiers.forEach(feed::accept);
      feed.flush();
    }
  }

  private static void feedHistory(Platform platform, List<Dossier> dossiers) {
    try (EventPublisher publisher = platform.publisher()) {
      dossiers.forEach(dossier -> publisher.sendAll(dossier.history()));
      publisher.flush();
    }
  }

  private static void feedApplications(Platform platform, List<Dossier> dossiers) {
    try (EventPublisher publisher = platform.publisher()) {
      dossiers.stream()
          .map(Dossier::application)
          .forEach(each -> publisher.send(Topics.APPLICATIONS, each.getClientId(), each));
      publisher.flush();
    }
  }

  private static void awaitDuplicates(ScorerApplication scorer, int count) {
    Awaitility.await(count + " duplicates")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> Metrics.of(scorer),
            text -> text.contains("creditstream_duplicates_total " + count + ".0"));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    assertThat(directory).doesNotExist();
  }

  private static final class Silent implements FeedListener {

    @Override
    public void sending(String applicationId) {}

    @Override
    public void written(long applications) {}
  }
}
