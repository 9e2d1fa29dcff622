package io.creditstream.advisor.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.whatif.Suggestions.Change;
import io.creditstream.advisor.whatif.Suggestions.Suggestion;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  @Test
  void shouldFindTheLeastRoundChangeOfEachLeverThatIsEnough() {
    // The risk is a tenth of what is repaid in a year, in thousands.
    List<Suggestion> found = search(application -> repayment(application) / 10_000);

    assertThat(found)
        .extracting(one -> one.changes().get(0).lever())
        .containsExactly(Lever.SMALLER_LOAN, Lever.OWN_MONEY, Lever.LONGER_TERM);
    assertThat(found)
        .extracting(one -> amounts(one.application()))
        .containsExactly(
            // Amounts in steps of 1,000, repayments in steps of 50, the price in steps of 500.
            List.of(82_000.0, 4_900.0, 74_000.0),
            List.of(82_000.0, 4_900.0, 90_000.0),
            List.of(100_000.0, 4_950.0, 90_000.0));
  }

  @Test
  void shouldSuggestOnlyWhatTheModelApprovedWithTheVeryAmounts() {
    for (int limit = 3_100; limit < 6_000; limit += 137) {
      double most = limit;
      List<Suggestion> found = search(application -> repayment(application) / most / 2);

      assertThat(found).hasSize(3);
      for (Suggestion one : found) {
        assertThat(repayment(one.application())).as("limit " + limit).isLessThan(most);
        assertThat(one.decision().getProbabilityOfDefault())
            .isEqualTo(repayment(one.application()) / most / 2);
        assertThat(repayment(one.application()) % 50).isZero();
      }
      // One step less would not have been enough.
      assertThat(repayment(found.get(2).application()) + 50).isGreaterThanOrEqualTo(most);
    }
  }

  @Test
  void shouldJoinTwoEqualChangesWhereNoneAloneIsEnough() {
    List<Suggestion> found =
        search(
            application ->
                repayment(application) * application.get("amtCredit").asDouble() / 1e9 * 3.6);

    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.changes())
                  .extracting(Change::lever)
                  .containsExactly(Lever.SMALLER_LOAN, Lever.LONGER_TERM);
              assertThat(one.changes().get(1).after()).isEqualTo(one.application());
              assertThat(one.changes().get(1).before()).isEqualTo(one.changes().get(0).after());
            });
  }

  @Test
  void shouldAskTheScorerNoMoreOftenThanItSays() {
    Random random = new Random(3);
    int most = 0;
    for (int i = 0; i < 300; i++) {
      ObjectNode application =
          application()
              .put("amtCredit", Math.rint(Math.exp(random.nextDouble() * 16)))
              .put("amtAnnuity", Math.rint(Math.exp(random.nextDouble() * 12)));
      double enough = 0.5 + random.nextDouble() * 0.6;
      double repayment = repayment(application);
      int[] requests = {0};
      new Suggestions(
              changed -> {
                requests[0]++;
                return risk(repayment(changed) / repayment / enough / 2);
              })
          .find(application);
      most = Math.max(most, requests[0]);
    }

    assertThat(most).isBetween(20, Suggestions.MOST_REQUESTS);
  }

  @Test
  void shouldNeverChangeThePerson() {
    Suggestions suggestions =
        new Suggestions(
            application -> {
              assertThat(application.get("daysBirth").asInt()).isEqualTo(-12_000);
              assertThat(application.get("amtIncomeTotal").asDouble()).isEqualTo(30_000);
              return risk(1);
            });

    assertThat(suggestions.find(application())).isEmpty();
  }

  @Test
  void shouldFindNothingWhereARuleForbidsTheLoan() {
    Suggestions suggestions =
        new Suggestions(
            application -> {
              Optional<LoanDecision> decision = risk(0.1);
              decision.get().setOutcome(DecisionOutcome.REFERRED);
              return decision;
            });

    assertThat(suggestions.find(application())).isEmpty();
  }

  @Test
  void shouldFindNothingWhileTheScorerIsDown() {
    assertThat(new Suggestions(application -> Optional.empty()).find(application())).isEmpty();
  }

  private static List<Suggestion> search(ToDoubleFunction<ObjectNode> risk) {
    return new Suggestions(application -> risk(risk.applyAsDouble(application)))
        .find(application());
  }

  private static double repayment(ObjectNode application) {
    return application.get("amtAnnuity").asDouble();
  }

  private static List<Double> amounts(ObjectNode application) {
    return Stream.of("amtCredit", "amtAnnuity", "amtGoodsPrice")
        .map(field -> application.get(field).asDouble())
        .toList();
  }

  private static ObjectNode application() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("amtCredit", 100_000.0)
        .put("amtAnnuity", 6_000.0)
        .put("amtGoodsPrice", 90_000.0)
        .put("amtIncomeTotal", 30_000.0)
        .put("daysBirth", -12_000);
  }

  private static Optional<LoanDecision> risk(double probability) {
    LoanDecision decision = new LoanDecision();
    decision.setProbabilityOfDefault(probability);
    decision.setThreshold(0.5);
    decision.setOutcome(probability < 0.5 ? DecisionOutcome.APPROVED : DecisionOutcome.DECLINED);
    return Optional.of(decision);
  }
}
