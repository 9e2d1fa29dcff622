package io.creditstream.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.advisor.fixture.AdvisorProcess;
import io.creditstream.advisor.fixture.Found;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.Stage;
import io.creditstream.advisor.store.CaseLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process again and again while it stores; nothing may be lost or stored twice. */
class AdvisorKillIT {

  private static final int LIVES = 3;
  private static final int EACH = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir private Path directory;

  @Test
  void shouldStoreEveryDecisionOnceThoughItIsKilled() throws Exception {
    try (Stage stage = Stage.start(directory)) {
      for (int life = 0; life < LIVES; life++) {
        try (AdvisorProcess advisor = AdvisorProcess.start(stage.kafka("killed"))) {
          stage.apply(EACH);
          int already = life * EACH;
          await().atMost(PATIENCE).ignoreExceptions().until(() -> total(advisor.uri()) > already);
          advisor.kill();
        }
      }

      try (AdvisorApplication advisor = AdvisorApplication.start(stage.advisor("killed"))) {
        Stage.awaitDecisions(advisor, LIVES * EACH);
        assertThat(Found.lines(advisor))
            .hasSize(LIVES * EACH)
            .extracting(CaseLine::applicationId)
            .doesNotHaveDuplicates();
        assertThat(Found.lines(advisor)).allSatisfy(line -> assertThat(line.income()).isNotNull());
      }
    }
  }

  private static long total(URI uri) throws Exception {
    return new ObjectMapper()
        .readTree(new Site(uri).get("/api/decisions").body())
        .get("total")
        .asLong();
  }
}
