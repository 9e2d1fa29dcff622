package io.creditstream.standalone.backtest;

import static io.creditstream.schemas.DecisionOutcome.APPROVED;
import static io.creditstream.schemas.DecisionOutcome.DECLINED;
import static io.creditstream.schemas.DecisionOutcome.REFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.features.bundle.Policy;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

  private final Backtest backtest = new Backtest(new Costs(10));
  private final PolicyTrial trial =
      new PolicyTrial(new Policy("p-2", 0.3, 0.6), model -> Optional.empty());

  @Test
  void shouldCountWhatWouldChange() {
    add(decision("a", APPROVED, 0.1, NOW));
    add(decision("b", APPROVED, 0.4, NOW));
    add(decision("c", REFERRED, 0.7, NOW));

    BacktestResult result = backtest.result();

    assertThat(result.count(APPROVED, APPROVED)).isEqualTo(1);
    assertThat(result.count(APPROVED, REFERRED)).isEqualTo(1);
    assertThat(result.count(REFERRED, DECLINED)).isEqualTo(1);
    assertThat(result.count(DECLINED, DECLINED)).isZero();
  }

  @Test
  void shouldCostWhatIsKnownAndEstimateTheRest() {
    add(decision("defaulted", APPROVED, 0.4, NOW));
    backtest.add(outcome("defaulted", RepaymentResult.DEFAULTED, NOW));
    add(decision("declined", DECLINED, 0.2, NOW));

    BacktestResult result = backtest.result();

    assertThat(result.known()).isEqualTo(new BacktestResult.Sum(1, 10, 0));
    assertThat(result.estimated().applications()).isEqualTo(1);
    assertThat(result.estimated().before()).isCloseTo(0.8, within(1e-12));
    assertThat(result.estimated().after()).isCloseTo(2.0, within(1e-12));
  }

  @Test
  void shouldCountAnApplicationOnceByWhatIsNewest() {
    add(decision("a", DECLINED, 0.7, NOW));
    add(decision("a", APPROVED, 0.1, NOW.minusSeconds(1)));
    backtest.add(outcome("a", RepaymentResult.REPAID, NOW));
    backtest.add(outcome("a", RepaymentResult.DEFAULTED, NOW.minusSeconds(1)));

    BacktestResult result = backtest.result();

    assertThat(result.count(DECLINED, DECLINED)).isEqualTo(1);
    assertThat(result.known()).isEqualTo(new BacktestResult.Sum(1, 1, 1));
    assertThat(result.estimated().applications()).isZero();
  }

  @Test
  void shouldReferWhereARequiredSourceWasMissing() {
    Policy policy = new Policy("p-3", 0.3, 0.6, List.of("credit.bureau-credits.v1"), List.of());
    PolicyTrial strict = new PolicyTrial(policy, model -> Optional.empty());
    LoanDecision low = decision("low", APPROVED, 0.1, NOW);
    low.setMissingSources(List.of("credit.bureau-credits.v1"));
    LoanDecision high = decision("high", APPROVED, 0.9, NOW);
    high.setMissingSources(List.of("credit.bureau-credits.v1"));
    backtest.add(low, strict.of(low, Optional.empty()));
    backtest.add(high, strict.of(high, Optional.empty()));

    BacktestResult result = backtest.result();

    assertThat(result.count(APPROVED, REFERRED)).isEqualTo(1);
    assertThat(result.count(APPROVED, DECLINED)).isEqualTo(1);
    assertThat(result.rules())
        .containsOnlyKeys("missing-source:credit.bureau-credits.v1", BacktestResult.SCORE);
  }

  @Test
  void shouldTellWhatEachRuleChangesAndCosts() {
    KnockOutRule minor = rule("minor", "daysBirth", -6570.0, DECLINED);
    KnockOutRule rich = rule("rich", "AMT_INCOME_TOTAL", 1e6, REFERRED);
    FeatureDictionary dictionary = dictionary("AMT_INCOME_TOTAL");
    PolicyTrial rules =
        new PolicyTrial(
            new Policy("p-4", 0.3, 0.6, List.of(), List.of(minor, rich)),
            model -> Optional.of(dictionary).filter(known -> model.equals("known")));
    for (String id : List.of("minor", "rich", "plain", "declined")) {
      LoanDecision decision = decision(id, id.equals("declined") ? DECLINED : APPROVED, 0.1, NOW);
      decision.setFeatures(List.of(id.equals("rich") ? 2e6 : 1e5));
      LoanApplication application = new LoanApplication();
      application.setDaysBirth(id.equals("plain") || id.equals("rich") ? -12_000 : -6_000);
      backtest.add(decision, rules.of(decision, Optional.of(application)));
    }

    BacktestResult result = backtest.result();

    assertThat(result.rules().get("minor"))
        .isEqualTo(new BacktestResult.RuleEffect(1, new BacktestResult.Sum(2, 1.9, 1.8)));
    assertThat(result.rules().get("rich"))
        .isEqualTo(new BacktestResult.RuleEffect(1, new BacktestResult.Sum(1, 1, 0)));
    assertThat(result.rules().get(BacktestResult.SCORE))
        .isEqualTo(new BacktestResult.RuleEffect(0, new BacktestResult.Sum(1, 1, 1)));
    assertThat(result.count(APPROVED, DECLINED)).isEqualTo(1);
    assertThat(result.count(APPROVED, REFERRED)).isEqualTo(1);
  }

  @Test
  void shouldLeaveOutWhatCannotBeToldAndSayHowMuchThatIs() {
    KnockOutRule rich = rule("rich", "AMT_INCOME_TOTAL", 1e6, REFERRED);
    KnockOutRule minor = rule("minor", "daysBirth", -6570.0, DECLINED);
    PolicyTrial onFeature = unknownModels(rich);
    PolicyTrial onColumn = unknownModels(minor);
    LoanApplication application = new LoanApplication();
    application.setDaysBirth(-6_000);
    LoanDecision one = decision("one", APPROVED, 0.1, NOW);
    LoanDecision two = decision("two", APPROVED, 0.1, NOW);
    LoanDecision three = decision("three", APPROVED, 0.1, NOW);
    backtest.add(one, onFeature.of(one, Optional.of(application)));
    backtest.add(two, onColumn.of(two, Optional.empty()));
    backtest.add(three, onColumn.of(three, Optional.of(application)));

    BacktestResult result = backtest.result();

    assertThat(result.untold()).isEqualTo(2);
    assertThat(result.count(APPROVED, DECLINED)).isEqualTo(1);
    assertThat(result.estimated().applications()).isEqualTo(1);
  }

  @Test
  void shouldRefuseARuleThatDoesNotFitTheModel() {
    PolicyTrial misspelt =
        new PolicyTrial(
            new Policy(
                "p-5", 0.3, 0.6, List.of(), List.of(rule("minor", "daysBrith", 0.0, DECLINED))),
            model -> Optional.of(dictionary("AMT_INCOME_TOTAL")));

    assertThatThrownBy(
            () ->
                misspelt.of(decision("a", APPROVED, 0.1, NOW), Optional.of(new LoanApplication())))
        .hasMessageContaining("rule minor looks at daysBrith");
  }

  @Test
  void shouldRefuseACostThatIsNone() {
    assertThatThrownBy(() -> new Costs(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private void add(LoanDecision decision) {
    backtest.add(decision, trial.of(decision, Optional.empty()));
  }

  private static PolicyTrial unknownModels(KnockOutRule rule) {
    return new PolicyTrial(
        new Policy("p-6", 0.3, 0.6, List.of(), List.of(rule)), model -> Optional.empty());
  }

  private static KnockOutRule rule(
      String name, String field, double above, DecisionOutcome outcome) {
    return new KnockOutRule(name, field, Operator.GREATER, above, outcome);
  }

  private static FeatureDictionary dictionary(String name) {
    return new FeatureDictionary(
        List.of(
            new FeatureEntry(
                name,
                FeatureKind.NUMERIC,
                Topics.APPLICATIONS.name(),
                "words",
                "mots",
                true,
                List.of())));
  }

  private static LoanDecision decision(
      String id, DecisionOutcome outcome, double probability, Instant decidedAt) {
    LoanDecision decision = new LoanDecision();
    decision.setApplicationId(id);
    decision.setOutcome(outcome);
    decision.setProbabilityOfDefault(probability);
    decision.setDecidedAt(decidedAt);
    decision.setMissingSources(List.of());
    decision.setModelSha256("known");
    decision.setFeatures(List.of(1e5));
    return decision;
  }

  private static LoanOutcome outcome(String id, RepaymentResult result, Instant observedAt) {
    LoanOutcome outcome = new LoanOutcome();
    outcome.setApplicationId(id);
    outcome.setResult(result);
    outcome.setObservedAt(observedAt);
    return outcome;
  }
}
