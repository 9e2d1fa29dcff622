package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.ScorerProcess;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.simulator.feed.EventFeed;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.FeedListener;
import io.creditstream.simulator.feed.HistoryBarrier;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerKillIT {

  private static final int APPLICATIONS = 400;
  private static final int CLIENTS_AHEAD = 50;
  private static final double APPLICATIONS_PER_SECOND = 60;

  @TempDir Path directory;

  @Test
  void shouldDecideEachApplicationOnceThoughKilledInMidStream() throws Exception {
    List<Dossier> dossiers = dossiers();
    Map<String, LoanDecision> disturbed;

    try (Platform platform = platform("disturbed")) {
      CompletableFuture<Void> feed =
          CompletableFuture.runAsync(() -> feed(platform, dossiers, APPLICATIONS_PER_SECOND));
      Path process = Files.createDirectory(directory.resolve("process"));
      for (int decided : List.of(60, 140)) {
        try (ScorerProcess scorer = ScorerProcess.start(platform, process)) {
          platform.awaitDecisions(decided);
          scorer.kill();
        }
      }
      try (ScorerProcess scorer = ScorerProcess.start(platform, process)) {
        disturbed = byApplication(platform.awaitDecisions(APPLICATIONS));
        feed.get(1, TimeUnit.MINUTES);
        assertThat(platform.records(Topics.DECISIONS.name())).hasSize(APPLICATIONS);
        assertThat(platform.deadLetters()).isEmpty();
      }
    }

    assertThat(disturbed).isEqualTo(undisturbed(dossiers));
    assertThatEachClientWasSeenWithItsWholeHistory(disturbed, dossiers);
  }

  private static void assertThatEachClientWasSeenWithItsWholeHistory(
      Map<String, LoanDecision> decisions, List<Dossier> dossiers) {
    FeatureExtractor extractor = new FeatureExtractor(TestBundles.shared().dictionary());
    for (Dossier dossier : dossiers) {
      LoanDecision decision = decisions.get(dossier.application().getApplicationId());
      double[] seen =
          decision.getFeatures().stream()
              .mapToDouble(value -> value == null ? Double.NaN : value)
              .toArray();
      assertThat(seen).isEqualTo(extractor.extract(dossier.application(), dossier.history()));
    }
  }

  private Map<String, LoanDecision> undisturbed(List<Dossier> dossiers) {
    try (Platform platform = platform("undisturbed");
        ScorerApplication scorer = platform.startReady(platform.config("undisturbed"))) {
      feed(platform, dossiers, Double.POSITIVE_INFINITY);
      return byApplication(platform.awaitDecisions(APPLICATIONS));
    }
  }

  private Platform platform(String name) {
    Platform platform = Platform.start(directory.resolve(name));
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
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

  /** By application, without the time of the decision, the one thing that may differ. */
  private static Map<String, LoanDecision> byApplication(List<LoanDecision> decisions) {
    decisions.forEach(decision -> decision.setDecidedAt(Instant.EPOCH));
    return decisions.stream()
        .collect(Collectors.toMap(LoanDecision::getApplicationId, Function.identity()));
  }

  private static final class Silent implements FeedListener {

    @Override
    public void sending(String applicationId) {}

    @Override
    public void written(long applications) {}
  }
}
