package io.creditstream.advisor.web;

import io.creditstream.advisor.explain.Argument;
import io.creditstream.advisor.explain.Contribution;
import io.creditstream.advisor.explain.Interpretation;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.review.ReviewTrail;
import io.creditstream.advisor.store.Comparisons.Usual;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.wording.ReasonWords;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** {@code GET /applications/{id}/letter}: the decision for the client, as a page to print. */
final class LetterPage {

  /** Most reasons that a client is told. */
  private static final int REASONS = 4;

  private final Cases cases;
  private final Models models;
  private final UsualValues usualValues;
  private final Pages pages;
  private final InstantSource clock;

  LetterPage(
      Cases cases, Models models, UsualValues usualValues, Pages pages, InstantSource clock) {
    this.cases = cases;
    this.models = models;
    this.usualValues = usualValues;
    this.pages = pages;
    this.clock = clock;
  }

  /** The letter as its template reads it. */
  public record LetterView(
      String date,
      String application,
      String submitted,
      String kind,
      List<String> rules,
      List<Reason> reasons) {}

  /** A reason for the client. */
  public record Reason(String fact, String comparison) {}

  void show(Context context) {
    RecordedCase recorded = cases.require(context);
    LoanDecision decision = recorded.decision().orElseThrow(() -> new PageError(404, "undecided"));
    Wording wording = pages.wording(context);
    DecisionOutcome outcome = ReviewTrail.of(decision, recorded.reviews()).outcome(decision);
    boolean approved = outcome == DecisionOutcome.APPROVED;
    pages.answer(
        context,
        "letter",
        "find",
        Map.of(
            "case",
            CaseHead.of(recorded, "letter"),
            "letter",
            new LetterView(
                wording.formats().longDate(clock.instant()),
                decision.getApplicationId(),
                wording.formats().longDate(decision.getSubmittedAt()),
                outcome.name(),
                approved ? List.of() : rules(decision, wording),
                approved ? List.of() : reasons(decision, wording))));
  }

  private List<String> rules(LoanDecision decision, Wording wording) {
    RuleSentences rules = new RuleSentences(models.decided(decision), wording);
    return decision.getRules().stream().limit(REASONS).map(rules::forClient).toList();
  }

  /** Where rules decided although the score did not, facts that raised the score are no reasons. */
  private List<Reason> reasons(LoanDecision decision, Wording wording) {
    int rules = decision.getRules().size();
    boolean byRulesAlone =
        rules > 0 && decision.getProbabilityOfDefault() < decision.getThreshold();
    if (byRulesAlone || rules >= REASONS) {
      return List.of();
    }
    return models
        .find(decision.getModelSha256())
        .flatMap(model -> Interpretation.of(decision, model.dictionary()))
        .map(why -> reasons(why.raising(REASONS - rules), wording))
        .orElse(List.of());
  }

  private List<Reason> reasons(List<Argument> raising, Wording wording) {
    Map<String, Usual> usual =
        usualValues.of(raising.stream().map(one -> one.strongest().feature().name()).toList());
    ReasonWords words = new ReasonWords(wording);
    return raising.stream()
        .map(
            one -> {
              Contribution fact = one.strongest();
              Usual accepted = usual.get(fact.feature().name());
              return new Reason(
                  words.forClient(one),
                  accepted == null
                      ? ""
                      : words.comparison(
                          fact.feature(),
                          fact.value(),
                          accepted.low(),
                          accepted.high(),
                          accepted.most()));
            })
        .toList();
  }
}
