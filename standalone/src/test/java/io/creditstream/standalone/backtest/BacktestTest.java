package io.creditstream.standalone.backtest;

import static io.creditstream.schemas.DecisionOutcome.APPROVED;
import static io.creditstream.schemas.DecisionOutcome.DECLINED;
import static io.creditstream.schemas.DecisionOutcome.REFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.features.bundle.Policy;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

  private final Backtest backtest = new Backtest(new Policy("p-2", 0.3, 0.6), new Costs(10));

  @Test
  void shouldCountWhatWouldChange() {
    backtest.add(decision("a", APPROVED, 0.1, NOW));
    backtest.add(decision("b", APPROVED, 0.4, NOW));
    backtest.add(decision("c", REFERRED, 0.7, NOW));

    BacktestResult result = backtest.result();

    assertThat(result.count(APPROVED, APPROVED)).isEqualTo(1);
    assertThat(result.count(APPROVED, REFERRED)).isEqualTo(1);
    assertThat(result.count(REFERRED, DECLINED)).isEqualTo(1);
    assertThat(result.count(DECLINED, DECLINED)).isZero();
  }

  @Test
  void shouldCostWhatIsKnownAndEstimateTheRest() {
    backtest.add(decision("defaulted", APPROVED, 0.4, NOW));
    backtest.add(outcome("defaulted", RepaymentResult.DEFAULTED, NOW));
    backtest.add(decision("declined", DECLINED, 0.2, NOW));

    BacktestResult result = backtest.result();

    assertThat(result.known()).isEqualTo(new BacktestResult.Sum(1, 10, 0));
    assertThat(result.estimated().applications()).isEqualTo(1);
    assertThat(result.estimated().before()).isCloseTo(0.8, within(1e-12));
    assertThat(result.estimated().after()).isCloseTo(2.0, within(1e-12));
  }

  @Test
  void shouldCountAnApplicationOnceByWhatIsNewest() {
    backtest.add(decision("a", DECLINED, 0.7, NOW));
    backtest.add(decision("a", APPROVED, 0.1, NOW.minusSeconds(1)));
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
    Backtest strict = new Backtest(policy, new Costs(10));
    LoanDecision low = decision("low", APPROVED, 0.1, NOW);
    low.setMissingSources(List.of("credit.bureau-credits.v1"));
    LoanDecision high = decision("high", APPROVED, 0.9, NOW);
    high.setMissingSources(List.of("credit.bureau-credits.v1"));
    strict.add(low);
    strict.add(high);

    BacktestResult result = strict.result();

    assertThat(result.count(APPROVED, REFERRED)).isEqualTo(1);
    assertThat(result.count(APPROVED, DECLINED)).isEqualTo(1);
  }

  @Test
  void shouldRefuseACostThatIsNone() {
    assertThatThrownBy(() -> new Costs(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static LoanDecision decision(
      String id, DecisionOutcome outcome, double probability, Instant decidedAt) {
    LoanDecision decision = new LoanDecision();
    decision.setApplicationId(id);
    decision.setOutcome(outcome);
    decision.setProbabilityOfDefault(probability);
    decision.setDecidedAt(decidedAt);
    decision.setMissingSources(List.of());
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
