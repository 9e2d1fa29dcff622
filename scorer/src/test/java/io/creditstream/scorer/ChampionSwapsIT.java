package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.fixture.LiveFeed;
import io.creditstream.scorer.fixture.NamedModels;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
  void shouldDecideEachApplicationOnceByTheModelThatTheDecisionNames(ModelEngine engine)
      throws Exception {
    try (Platform platform = Platform.start(directory)) {
      platform.createTopics();
      platform.publishChampion(BUNDLES.get(0));
      ScorerConfig config = platform.config("swaps").withEngine(engine);
      try (ScorerApplication scorer = platform.startReady(config);
          LiveFeed feed = LiveFeed.start(platform, APPLICATIONS_PER_SECOND)) {
        for (int swap = 1; swap <= SWAPS; swap++) {
          Bundle next = BUNDLES.get(swap % BUNDLES.size());
          platform.publishChampion(next);
          Awaitility.await("swap " + swap)
              .atMost(PATIENCE)
              .until(() -> champion(scorer).equals(next.manifest().modelSha256()));
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

  private static String champion(ScorerApplication scorer)
      throws IOException, InterruptedException {
    HttpRequest model = HttpRequest.newBuilder(scorer.uri().resolve("/v1/model")).build();
    String body = HttpClient.newHttpClient().send(model, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).get("sha256").asText();
  }
}
