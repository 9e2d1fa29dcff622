package io.creditstream.advisor.web;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.review.ReviewTrail;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.web.Explanations.Explanation;
import io.creditstream.advisor.wording.Formats;
import io.creditstream.advisor.wording.Messages;
import io.creditstream.advisor.wording.ScoreSentence;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.features.bundle.Policy;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SupersededDecision;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /applications/{id}}: the decision and why. */
final class DecisionPage {

  private final Cases cases;
  private final Models models;
  private final Explanations explanations;
  private final WhyViews whys;
  private final Pages pages;

  DecisionPage(Cases cases, Models models, Explanations explanations, WhyViews whys, Pages pages) {
    this.cases = cases;
    this.models = models;
    this.explanations = explanations;
    this.whys = whys;
    this.pages = pages;
  }

  void handle(Context context) {
    RecordedCase recorded = cases.require(context);
    Wording wording = pages.wording(context);
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("case", CaseHead.of(recorded, ""));
    model.put("decision", null);
    model.put("why", null);
    recorded.decision().ifPresent(decision -> put(model, recorded, decision, wording));
    pages.answer(context, "decision", "find", model);
  }

  private void put(
      Map<String, @Nullable Object> model,
      RecordedCase recorded,
      LoanDecision decision,
      Wording wording) {
    Explanation explanation = explanations.of(recorded, decision);
    model.put("decision", view(recorded, decision, explanation, wording));
    if (explanation instanceof Explanation.Recorded found) {
      model.put("why", whys.of(found.why(), found.model(), wording));
    } else if (explanation instanceof Explanation.MadeNow made) {
      model.put("why", whys.of(made.why(), made.model(), wording));
    }
  }

  private DecisionView view(
      RecordedCase recorded, LoanDecision decision, Explanation explanation, Wording wording) {
    Messages messages = wording.messages();
    Formats formats = wording.formats();
    double risk = decision.getProbabilityOfDefault();
    double limit = decision.getThreshold();
    String sentence = new ScoreSentence(wording).of(risk, limit);
    String outcome = decision.getOutcome().name();
    Optional<KnownModel> decided = models.decided(decision);
    return new DecisionView(
        messages.text("outcome." + outcome),
        outcome.toLowerCase(Locale.ROOT),
        sentence,
        Gauge.of(
            risk,
            limit,
            decided.map(model -> model.policy().referFrom()).orElse(limit),
            sentence,
            wording),
        meaning(decision, messages),
        decision.getRules().stream().map(new RuleSentences(decided, wording)::of).toList(),
        notes(recorded, decision, wording),
        formats.dateTime(decision.getDecidedAt()),
        formats.dateTime(decision.getSubmittedAt()),
        decision.getModelVersion(),
        policy(decision, decided, wording),
        decision.getMissingSources().stream()
            .map(topic -> messages.textOr("source." + topic, topic))
            .collect(Collectors.joining(", ")),
        explanation instanceof Explanation.Absent absent ? messages.text(absent.key()) : "",
        explanation instanceof Explanation.MadeNow made ? madeNow(made, wording) : "");
  }

  private static String meaning(LoanDecision decision, Messages messages) {
    String key = "meaning." + decision.getOutcome().name();
    String byRules = key + ".rules";
    return messages.text(!decision.getRules().isEmpty() && messages.has(byRules) ? byRules : key);
  }

  /** The name that the lender gave the policy, with what it says where it is known. */
  private static String policy(
      LoanDecision decision, Optional<KnownModel> decided, Wording wording) {
    return decided
        .map(
            model -> {
              Policy policy = model.policy();
              Formats formats = wording.formats();
              String key =
                  policy.referFrom() < policy.declineFrom() ? "policy.bands" : "policy.limit";
              return wording
                  .messages()
                  .text(
                      key,
                      policy.version(),
                      formats.percent(policy.declineFrom(), 1),
                      formats.percent(policy.referFrom(), 1));
            })
        .orElse(decision.getPolicyVersion());
  }

  /** What became of the decision before and after it was made. */
  private static List<String> notes(RecordedCase recorded, LoanDecision decision, Wording wording) {
    List<String> notes = new ArrayList<>();
    SupersededDecision before = decision.getSupersedes();
    if (before != null) {
      notes.add(
          wording
              .messages()
              .text(
                  "decision.supersedes",
                  wording.formats().dateTime(before.getDecidedAt()),
                  wording.messages().text("outcome." + before.getOutcome().name())));
    }
    notes.addAll(new ReviewWords(wording).notes(ReviewTrail.of(decision, recorded.reviews())));
    return notes;
  }

  private static String madeNow(Explanation.MadeNow made, Wording wording) {
    return made.same()
        ? wording.messages().text("why.now.same")
        : wording
            .messages()
            .text(
                "why.now.differs",
                wording.formats().percent(made.now().getProbabilityOfDefault(), 1));
  }
}
