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
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  @Test
  void shouldFindTheLeastChangeOfEachLeverThatIsEnough() {
    // The risk is a tenth of what is repaid in a year, in thousands.
    Suggestions suggestions =
        new Suggestions(application -> risk(application.get("amtAnnuity").asDouble() / 10_000));

    List<Suggestion> found = suggestions.find(application());

    assertThat(found)
        .extracting(Suggestion::changes)
        .containsExactly(
            List.of(new Change(Lever.SMALLER_LOAN, 0.2)),
            List.of(new Change(Lever.OWN_MONEY, 0.2)),
            List.of(new Change(Lever.LONGER_TERM, 0.2)));
    assertThat(found.get(0).application().get("amtCredit").asDouble()).isEqualTo(80_000);
    assertThat(found.get(2).application().get("amtCredit").asDouble()).isEqualTo(100_000);
  }

  @Test
  void shouldJoinTwoChangesWhereNoneAloneIsEnough() {
    Suggestions suggestions =
        new Suggestions(
            application ->
                risk(
                    application.get("amtAnnuity").asDouble()
                        * application.get("amtCredit").asDouble()
                        / 1e9
                        * 3.6));

    assertThat(suggestions.find(application()))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.changes())
                    .extracting(Change::lever)
                    .containsExactly(Lever.SMALLER_LOAN, Lever.LONGER_TERM));
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
