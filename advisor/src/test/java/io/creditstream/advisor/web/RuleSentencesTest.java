package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.KnownModels;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.features.bundle.Documents;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSentencesTest {

  private static final FeatureDictionary DICTIONARY =
      new FeatureDictionary(
          List.of(
              new FeatureEntry(
                  "CREDIT_TO_INCOME",
                  FeatureKind.NUMERIC,
                  "t",
                  "credit against income",
                  "crédit rapporté au revenu",
                  true,
                  List.of()),
              new FeatureEntry(
                  "NAME_CONTRACT_TYPE",
                  FeatureKind.CATEGORY,
                  "t",
                  "kind of loan",
                  "type de prêt",
                  true,
                  List.of("Cash loans", "Revolving loans"))));
  private static final Policy POLICY =
      new Policy(
          "p",
          0.2,
          0.2,
          List.of(),
          List.of(
              rule("minor", "daysBirth", Operator.GREATER, -6570),
              rule("car", "flagOwnCar", Operator.EQUAL, 1),
              rule("no-annuity", "amtAnnuity", Operator.MISSING, null),
              rule("much", "CREDIT_TO_INCOME", Operator.AT_LEAST, 12.5),
              rule("kind", "NAME_CONTRACT_TYPE", Operator.EQUAL, "Revolving loans")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minor | Age: below 18 years. | Âge\u00a0: moins de 18 ans.",
        "car | Owns a car: yes. | Possède une voiture\u00a0: oui.",
        "no-annuity | Yearly repayment: not known. | Annuité\u00a0: inconnu.",
        "much | Credit against income: at least 12.5."
            + " | Crédit rapporté au revenu\u00a0: au moins 12,5.",
        "kind | Kind of loan: Revolving loans. | Type de prêt\u00a0: Crédit renouvelable."
      })
  void shouldTellTheClientAConditionInBothLanguages(String name, String english, String french) {
    assertThat(rules(Language.EN).forClient(name)).isEqualTo(english);
    assertThat(rules(Language.FR).forClient(name)).isEqualTo(french);
  }

  @Test
  void shouldTellStaffTheNameThatTheLenderGaveAsWell() {
    assertThat(rules(Language.EN).of("minor"))
        .isEqualTo(
            "Whatever the score, the policy calls for this decision where:"
                + " Age: below 18 years (the lender’s rule “minor”).");
  }

  @Test
  void shouldFallBackOnTheNameWhereThePolicyIsNotKnown() {
    Wording english = Wording.of(Language.EN, ZoneOffset.UTC);

    assertThat(new RuleSentences(Optional.empty(), english).of("too-young"))
        .contains("“too young”");
    assertThat(rules(Language.EN).of("missing-source:credit.bureau-credits.v1"))
        .contains("credits elsewhere (credit bureau)");
  }

  private static RuleSentences rules(Language language) {
    return new RuleSentences(
        Optional.of(KnownModels.of(DICTIONARY, POLICY, Documents.NONE)),
        Wording.of(language, ZoneOffset.UTC));
  }

  private static KnockOutRule rule(
      String name, String field, Operator operator, @Nullable Object value) {
    return new KnockOutRule(name, field, operator, value, DecisionOutcome.DECLINED);
  }
}
