package io.creditstream.trainer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.Policy;
import io.creditstream.trainer.report.Holdout;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromotionGateTest {

  private final PromotionGate gate = PromotionGate.standard();

  @Test
  void shouldLetAModelPassThatCostsNoMore() {
    Bundle champion = TestBundles.of(1, 0.8);
    Bundle better = TestBundles.of(2, 0);

    PromotionGate.Verdict verdict = gate.judge(better, Optional.of(champion));

    assertThat(verdict.objections()).isEmpty();
    assertThat(verdict.notes())
        .singleElement()
        .asString()
        .startsWith("on 3,000 common loans an application costs -");
  }

  @Test
  void shouldLetAModelPassWhoseCostDiffersByChanceAlone() {
    Bundle champion = TestBundles.of(1, 0);
    Bundle other = TestBundles.of(2, 0.05);

    assertThat(gate.judge(other, Optional.of(champion)).objections()).isEmpty();
  }

  @Test
  void shouldObjectToAModelThatCostsMoreBeyondChance() {
    Bundle champion = TestBundles.of(1, 0);
    Bundle worse = TestBundles.of(2, 3);

    assertThat(gate.judge(worse, Optional.of(champion)).objections())
        .singleElement()
        .asString()
        .contains("costs +", "95 % interval +");
  }

  @Test
  void shouldNameThePolicyOfAChampionThatDiffersByItAlone() {
    Bundle champion = TestBundles.of(1, 0);
    Bundle strict = champion.with(new Policy("strict", 0.01, 0.02));

    assertThat(gate.judge(champion, Optional.of(champion)).notes())
        .contains("it is the present champion");
    assertThat(gate.judge(strict, Optional.of(champion)).notes())
        .contains(
            "it is the model of the present champion, whose policy threshold-1 is another one");
  }

  @Test
  void shouldObjectToAPolicyThatCostsMoreBeyondChance() {
    Bundle champion = TestBundles.of(1, 0);
    Bundle strict = champion.with(new Policy("strict", 0.001, 0.002));

    assertThat(gate.judge(strict, Optional.of(champion)).objections())
        .singleElement()
        .asString()
        .contains("on 3,000 common loans an application costs +", "95 % interval +");
  }

  @Test
  void shouldObjectIfTooFewLoansAreCommon() {
    Bundle champion = TestBundles.of(1, 0);
    Bundle other =
        TestBundles.of(
            2,
            Map.of("holdout.csv", TestBundles.holdout(300, 0), "results.json", TestBundles.fair()));

    assertThat(gate.judge(other, Optional.of(champion)).objections())
        .singleElement()
        .asString()
        .startsWith("it has only 300 loans");
  }

  @Test
  void shouldSayWhoseHoldoutIsAbsent() {
    Bundle with = TestBundles.of(1, 0);
    Bundle without = TestBundles.of(2, Map.of("results.json", TestBundles.fair()));

    assertThat(gate.judge(without, Optional.of(with)).objections())
        .containsExactly(
            "the bundle carries no holdout.csv, so that their costs cannot be compared");
    assertThat(gate.judge(with, Optional.of(without)).objections())
        .containsExactly(
            "the present champion carries no holdout.csv, so that their costs cannot be compared");
  }

  @Test
  void shouldObjectToABundleThatSaysNothingOfItsTraining() {
    assertThat(gate.judge(TestBundles.of(1, Map.of()), Optional.empty()).objections())
        .singleElement()
        .asString()
        .contains("no results");
  }

  @Test
  void shouldObjectToLeakage() {
    Bundle leaked =
        TestBundles.of(
            1,
            Map.of(
                "results.json",
                TestBundles.fair().replace("suspected\":false", "suspected\":true")));

    assertThat(gate.judge(leaked, Optional.empty()).objections())
        .singleElement()
        .asString()
        .contains("leaked");
  }

  @Test
  void shouldHoldLargeGroupsToTheFairnessBoundItIsGiven() {
    Bundle bundle = TestBundles.of(1, 0);

    assertThat(gate.judge(bundle, Optional.empty()).objections()).isEmpty();
    assertThat(
            new PromotionGate(0.9, Set.of("gender")).judge(bundle, Optional.empty()).objections())
        .containsExactly(
            "approved less than 0.90 times as often as the best-treated group: gender M (0.85)");
    assertThatThrownBy(() -> new PromotionGate(1.1, Set.of())).hasMessageContaining("from 0 to 1");
  }

  @Test
  void shouldSayWhoseFairnessNobodyCouldJudge() {
    PromotionGate.Verdict verdict =
        new PromotionGate(0.8, Set.of("age", "gender"))
            .judge(TestBundles.of(1, 0), Optional.empty());

    assertThat(verdict.objections()).isEmpty();
    assertThat(verdict.notes())
        .contains("fairness by age could not be judged: no group of it is known and large enough");
  }

  @Test
  void shouldRefuseAnAttributeThatNobodyIsGroupedBy() {
    assertThatThrownBy(() -> new PromotionGate(0.8, Set.of("gender", "sex")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fairness attributes must be among age, gender");
  }

  @Test
  void shouldReportGroupsOfAttributesThatTheBoundDoesNotHoldFor() {
    PromotionGate.Verdict verdict =
        new PromotionGate(0.9, Set.of("age")).judge(TestBundles.of(1, 0), Optional.empty());

    assertThat(verdict.objections()).isEmpty();
    assertThat(verdict.notes()).anyMatch(note -> note.contains("gender M (0.85)"));
  }

  @Test
  void shouldCompareEachModelAtItsOwnThreshold() {
    Holdout holdout = Holdout.parse(TestBundles.holdout(1000, 0));

    CostComparison comparison =
        CostComparison.of(
            new CostComparison.Side(holdout, 1.1), new CostComparison.Side(holdout, 0), 10);

    double defaults = comparison.defaults();
    assertThat(comparison.loans()).isEqualTo(1000);
    assertThat(comparison.difference().value())
        .isEqualTo((10 * defaults - (1000 - defaults)) / 1000);
  }
}
