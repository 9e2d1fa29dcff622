package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.cluster.process.HttpAnswers;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.NamedModels;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Champions come by their topic, and are verified, while applications are decided. */
class ChampionSwapsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SWAPS = 12;
  private static final double APPLICATIONS_PER_SECOND = 50;
  private static final List<Bundle> BUNDLES = List.of(TestBundles.shared(), TestBundles.train(12));

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(ModelEngine.class)
  void shouldDecideEachApplicationOnceByTheModelThatTheDecisionNames(ModelEngine engine) {
    try (Platform platform = Platform.start(directory)) {
      platform.createTopics();
      platform.publishChampion(BUNDLES.get(0));
      ScorerConfig config = platform.config("swaps").withEngine(engine);
      try (ScorerApplication scorer = platform.startReady(config);
          LiveFeed feed = LiveFeed.start(platform, APPLICATIONS_PER_SECOND)) {
        HttpAnswers answers = new HttpAnswers(scorer.uri());
        for (int swap = 1; swap <= SWAPS; swap++) {
          Bundle next = BUNDLES.get(swap % BUNDLES.size());
          platform.publishChampion(next);
          Awaitility.await("swap " + swap)
              .atMost(PATIENCE)
              .until(() -> champion(answers).equals(next.manifest().modelSha256()));
        }
        List<String> applied = feed.stop();

        List<LoanDecision> decisions = platform.awaitDecisions(applied.size());
        assertThat(decisions)
            .extracting(LoanDecision::getApplicationId)
            .containsExactlyInAnyOrderElementsOf(applied);
        NamedModels.assertThatEachScored(BUNDLES, decisions);
        assertThat(scorer.health().whyNotReady()).isEmpty();
      }
    }
  }

  private static String champion(HttpAnswers scorer) throws IOException {
    return new ObjectMapper().readTree(scorer.get("/v1/model")).get("sha256").asText();
  }
}
