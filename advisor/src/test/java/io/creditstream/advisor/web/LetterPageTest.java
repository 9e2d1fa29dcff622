package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.SmallSite;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterPageTest {

  @TempDir private Path directory;

  @Test
  void shouldTellTheClientWhichRulesDecided() throws Exception {
    LoanDecision decision = Samples.decision(21);
    decision.setOutcome(DecisionOutcome.REFERRED);
    decision.setRules(List.of("missing-source:credit.bureau-credits.v1", "too-young"));

    try (SmallSite small = SmallSite.start(directory, new AccessSettings.Open(List.of()))) {
      small.record(decision);

      assertThat(new Site(small.uri()).get("/applications/A21/letter?lang=en").body())
          .contains("Our credit policy decided it, whatever the risk:")
          .contains("requires data that was not there: credits elsewhere (credit bureau)")
          .contains("too young");
    }
  }
}
