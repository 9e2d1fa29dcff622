package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.KnownModels;
import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.SmallSite;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.features.bundle.Documents;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Test
  void shouldNameEachSubjectOnceByItsStrongestFact() throws Exception {
    FeatureDictionary dictionary =
        Samples.dictionary(
            "EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCES_MIN", "AMT_CREDIT", "DAYS_EMPLOYED");
    LoanDecision decision = Samples.decision(21);
    decision.setOutcome(DecisionOutcome.DECLINED);
    decision.setProbabilityOfDefault(0.4);
    decision.setFeatures(List.of(0.1, 0.2, 0.1, 9_000.0, -100.0));
    decision.setContributions(List.of(0.3, 0.5, 0.4, 0.9, -0.2));

    try (SmallSite small = SmallSite.start(directory, new AccessSettings.Open(List.of()))) {
      small.publish(KnownModels.of(dictionary, new Policy("p", 0.2, 0.2), Documents.NONE));
      small.record(
          new Batch(
              List.of(),
              List.of(new ReadDecision(new Place(0, 21), decision, Optional.of(dictionary))),
              List.of(),
              Map.of(new Partition(Topics.DECISIONS.name(), 0), 22L)));

      String letter = new Site(small.uri()).get("/applications/A21/letter?lang=en").body();
      String page = new Site(small.uri()).get("/applications/A21?lang=en").body();

      assertThat(letter.substring(letter.indexOf("<ol>"), letter.indexOf("</ol>")))
          .containsSubsequence("EXT_SOURCE_2: 0.2.", "AMT_CREDIT: 9,000.")
          .doesNotContain("EXT_SOURCE_1", "EXT_SOURCES_MIN", "DAYS_EMPLOYED");
      assertThat(page)
          .contains("<strong>External scores</strong> <span class=\"weight up\">+1.20 (strong)")
          .contains("EXT_SOURCE_2: 0.2 (+0.50, the strongest of 3 facts).")
          .contains("<strong>AMT_CREDIT: 9,000</strong>")
          .contains("<th scope=\"row\">EXT_SOURCE_1</th>");
    }
  }

  @Test
  void shouldTellARuleByItsConditionAndThePolicyByItsBands() throws Exception {
    LoanDecision decision = Samples.decision(21);
    decision.setOutcome(DecisionOutcome.DECLINED);
    decision.setRules(List.of("minor"));
    KnockOutRule rule =
        new KnockOutRule("minor", "daysBirth", Operator.GREATER, -6570, DecisionOutcome.DECLINED);

    try (SmallSite small = SmallSite.start(directory, new AccessSettings.Open(List.of()))) {
      Policy policy = new Policy("p", 0.15, 0.2, List.of(), List.of(rule));
      small.publish(KnownModels.of(Samples.DICTIONARY, policy, Documents.NONE));
      small.record(decision);
      Site site = new Site(small.uri());

      assertThat(site.get("/applications/A21/letter?lang=en").body())
          .contains("<li>Age: below 18 years.</li>")
          .doesNotContain("minor");
      assertThat(site.get("/applications/A21?lang=fr").body())
          .contains("Âge\u00a0: moins de 18 ans (règle «\u00a0minor\u00a0» du prêteur).")
          .contains("p\u00a0: examen à partir de 15,0\u00a0%, refus à partir de 20,0\u00a0%");
    }
  }
}
