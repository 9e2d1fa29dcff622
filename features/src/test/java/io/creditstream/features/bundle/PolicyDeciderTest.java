package io.creditstream.features.bundle;

import static io.creditstream.schemas.DecisionOutcome.APPROVED;
import static io.creditstream.schemas.DecisionOutcome.DECLINED;
import static io.creditstream.schemas.DecisionOutcome.REFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.PolicyDecider.Verdict;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDeciderTest {

  private static final String BUREAU = "credit.bureau-credits.v1";
  private static final double[] FEATURES = {100, 1, Double.NaN, FeatureEntry.UNSEEN};

  private final LoanApplication application = new LoanApplication();

  @Test
  void shouldReferAtLeastWhereARequiredSourceIsMissing() {
    PolicyDecider decider = decider(List.of(BUREAU));

    assertThat(decide(decider, 0.0, List.of(BUREAU)))
        .isEqualTo(new Verdict(REFERRED, List.of("missing-source:" + BUREAU)));
    assertThat(decide(decider, 0.9, List.of(BUREAU))).isEqualTo(new Verdict(DECLINED, List.of()));
    assertThat(decide(decider, 0.0, List.of("credit.card-balances.v1")))
        .isEqualTo(new Verdict(APPROVED, List.of()));
  }

  @Test
  void shouldLetTheStrictestWinAndNameTheRulesThatCallForIt() {
    KnockOutRule refers = rule("large", "AMT_CREDIT", Operator.AT_LEAST, 100, REFERRED);
    KnockOutRule declines = rule("second-kind", "KIND", Operator.EQUAL, "b", DECLINED);
    KnockOutRule silent = rule("small", "AMT_CREDIT", Operator.LESS, 100, DECLINED);

    assertThat(decide(decider(List.of(), refers, silent), 0.0, List.of()))
        .isEqualTo(new Verdict(REFERRED, List.of("large")));
    assertThat(decide(decider(List.of(BUREAU), refers, declines, silent), 0.0, List.of(BUREAU)))
        .isEqualTo(new Verdict(DECLINED, List.of("second-kind")));
    assertThat(decide(decider(List.of(), declines), 0.9, List.of()))
        .isEqualTo(new Verdict(DECLINED, List.of("second-kind")));
  }

  @ParameterizedTest
  @CsvSource({
    "AMT_CREDIT, LESS, 100, false",
    "AMT_CREDIT, AT_MOST, 100, true",
    "AMT_CREDIT, GREATER, 99.5, true",
    "AMT_CREDIT, AT_LEAST, 100.5, false",
    "AMT_CREDIT, EQUAL, 100, true",
    "AMT_CREDIT, DIFFERENT, 100, false",
    "NOTHING, LESS, 1, false",
    "NOTHING, DIFFERENT, 1, false",
    "NOTHING, MISSING, , true",
    "AMT_CREDIT, MISSING, , false",
    "KIND, DIFFERENT, a, true",
    "OTHER_KIND, EQUAL, a, false",
    "OTHER_KIND, DIFFERENT, a, true",
    "OTHER_KIND, MISSING, , false",
    "daysBirth, GREATER, -7000, true",
    "cntChildren, MISSING, , true",
    "cntChildren, LESS, 5, false",
    "flagOwnCar, EQUAL, 1, true",
    "nameContractType, EQUAL, Cash loans, true",
    "nameContractType, DIFFERENT, Cash loans, false",
    "nameIncomeType, DIFFERENT, Working, false",
  })
  void shouldHoldWhereTheConditionDoes(
      String field, Operator operator, @Nullable String value, boolean holds) {
    application.setDaysBirth(-6500);
    application.setFlagOwnCar(true);
    application.setNameContractType("Cash loans");

    KnockOutRule rule = rule("r", field, operator, number(value), DECLINED);

    assertThat(decide(decider(List.of(), rule), 0.0, List.of()).outcome())
        .isEqualTo(holds ? DECLINED : APPROVED);
  }

  @ParameterizedTest
  @CsvSource({
    "AMT_CREDTI, LESS, 1, neither a feature",
    "clientId, EQUAL, x, neither a feature",
    "AMT_CREDIT, EQUAL, x, with a text",
    "daysBirth, EQUAL, x, with a text",
    "KIND, EQUAL, 1, with a number",
    "KIND, EQUAL, c, does not know",
    "nameContractType, EQUAL, 1, with a number",
  })
  void shouldRefuseARuleThatDoesNotFitTheModel(
      String field, Operator operator, String value, String reason) {
    KnockOutRule rule = rule("odd", field, operator, number(value), DECLINED);

    assertThatThrownBy(() -> decider(List.of(), rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule odd")
        .hasMessageContaining(reason);
  }

  @Test
  void shouldRefuseRulesThatMakeNoSense() {
    assertThatThrownBy(() -> rule("Big One", "AMT_CREDIT", Operator.LESS, 1, DECLINED))
        .hasMessageContaining("Big One");
    assertThatThrownBy(() -> rule("r", "AMT_CREDIT", Operator.LESS, 1, APPROVED))
        .hasMessageContaining("REFERRED or DECLINED");
    assertThatThrownBy(() -> rule("r", "AMT_CREDIT", Operator.LESS, null, DECLINED))
        .hasMessageContaining("number or a text");
    assertThatThrownBy(() -> rule("r", "AMT_CREDIT", Operator.LESS, Double.NaN, DECLINED))
        .hasMessageContaining("number or a text");
    assertThatThrownBy(() -> rule("r", "KIND", Operator.LESS, "a", DECLINED))
        .hasMessageContaining("= and !=");
    assertThatThrownBy(() -> rule("r", "KIND", Operator.MISSING, "a", DECLINED))
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> decider(List.of("credit.bureau.v1")))
        .hasMessageContaining("credit.bureau.v1");
    KnockOutRule twice = rule("r", "AMT_CREDIT", Operator.LESS, 1, DECLINED);
    assertThatThrownBy(() -> decider(List.of(), twice, twice)).hasMessageContaining("two rules");
  }

  private Verdict decide(PolicyDecider decider, double probability, List<String> missing) {
    return decider.decide(probability, application, FEATURES, missing);
  }

  private static PolicyDecider decider(List<String> required, KnockOutRule... rules) {
    return PolicyDecider.of(new Policy("p", 0.4, 0.8, required, List.of(rules)), dictionary());
  }

  private static KnockOutRule rule(
      String name,
      String field,
      Operator operator,
      @Nullable Object value,
      DecisionOutcome outcome) {
    return new KnockOutRule(name, field, operator, value, outcome);
  }

  private static @Nullable Object number(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return value.matches("-?[0-9.]+") ? Double.valueOf(value) : value;
  }

  private static FeatureDictionary dictionary() {
    return new FeatureDictionary(
        List.of(
            entry("AMT_CREDIT", List.of()),
            entry("KIND", List.of("a", "b")),
            entry("NOTHING", List.of()),
            entry("OTHER_KIND", List.of("a", "b"))));
  }

  private static FeatureEntry entry(String name, List<String> levels) {
    FeatureKind kind = levels.isEmpty() ? FeatureKind.NUMERIC : FeatureKind.CATEGORY;
    return new FeatureEntry(name, kind, "t", name, name, true, levels);
  }
}
