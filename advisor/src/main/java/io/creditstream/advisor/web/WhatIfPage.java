package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.explain.Contribution;
import io.creditstream.advisor.explain.Interpretation;
import io.creditstream.advisor.explain.Move;
import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.services.Answer;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.web.Explanations.Explanation;
import io.creditstream.advisor.whatif.Suggestions;
import io.creditstream.advisor.wording.ScoreSentence;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /applications/{id}/what-if}: what the live model would say of a changed application. */
final class WhatIfPage {

  private static final int MOVES = 6;

  private static final String SCORE = "score";
  private static final String SUGGEST = "suggest";

  private final Cases cases;
  private final Models models;
  private final ScorerClient scorer;
  private final Explanations explanations;
  private final WhyViews whys;
  private final FormPlans plans;
  private final Pages pages;

  WhatIfPage(
      Cases cases,
      Models models,
      ScorerClient scorer,
      Explanations explanations,
      WhyViews whys,
      FormPlans plans,
      Pages pages) {
    this.cases = cases;
    this.models = models;
    this.scorer = scorer;
    this.explanations = explanations;
    this.whys = whys;
    this.plans = plans;
    this.pages = pages;
  }

  void show(Context context) {
    RecordedCase recorded = cases.require(context);
    ApplicationForm form =
        ApplicationForm.of(application(recorded), plans.whatIf(), pages.wording(context));
    answer(context, recorded, new WhatIfView(form.fields(), null, "", null, ""));
  }

  /**
   * Scores what was typed, or looks for changes that would be enough. Where only the language was
   * switched, the same is done again as on the page before.
   */
  void score(Context context) {
    RecordedCase recorded = cases.require(context);
    Wording wording = pages.wording(context);
    String asked = asked(context);
    ApplicationForm form =
        ApplicationForm.read(
            context::formParam,
            application(recorded),
            plans.whatIf(),
            pages.typed(context),
            wording);
    if (asked.isEmpty()) {
      answer(context, recorded, new WhatIfView(form.unjudged().fields(), null, "", null, asked));
    } else if (!form.isSound()) {
      context.status(422);
      String problem = wording.messages().text("form.wrong");
      answer(context, recorded, new WhatIfView(form.fields(), null, problem, null, asked));
    } else {
      answer(context, recorded, scored(form, recorded, asked, wording));
    }
  }

  /** What to do with the form: nothing, score it, or look for changes. */
  private static String asked(Context context) {
    String asked = context.formParam(Languages.isSwitched(context) ? "shown" : "do");
    return asked == null || !asked.isEmpty() && !asked.equals(SUGGEST) ? SCORE : asked;
  }

  private WhatIfView scored(
      ApplicationForm form, RecordedCase recorded, String asked, Wording wording) {
    Answer<LoanDecision> answer = scorer.score(form.application());
    if (answer instanceof Answer.Given<LoanDecision> given) {
      return new WhatIfView(
          form.fields(),
          result(given.value(), recorded, wording),
          "",
          asked.equals(SUGGEST) ? suggestions(form.application(), given.value(), wording) : null,
          asked);
    }
    if (answer instanceof Answer.Refused<LoanDecision> refused) {
      String error = wording.messages().text("form.refused");
      return new WhatIfView(form.with(refused.field(), error).fields(), null, error, null, asked);
    }
    return new WhatIfView(
        form.fields(), null, wording.messages().text("whatif.absent"), null, asked);
  }

  private static ObjectNode application(RecordedCase recorded) {
    return recorded.application().orElseThrow(() -> new PageError(404, "gone"));
  }

  private WhatIfView.Result result(LoanDecision now, RecordedCase recorded, Wording wording) {
    double risk = now.getProbabilityOfDefault();
    double limit = now.getThreshold();
    String sentence = new ScoreSentence(wording).of(risk, limit);
    Optional<KnownModel> model = models.find(now.getModelSha256());
    Optional<Interpretation> found =
        model.flatMap(known -> Interpretation.of(now, known.dictionary()));
    Optional<WhyView> why = model.flatMap(known -> found.map(one -> whys.of(one, known, wording)));
    String outcome = now.getOutcome().name();
    return new WhatIfView.Result(
        wording.messages().text("outcome." + outcome),
        outcome.toLowerCase(Locale.ROOT),
        sentence,
        change(now, recorded, wording),
        Gauge.of(
            risk,
            limit,
            model.map(KnownModel::policy).map(policy -> policy.referFrom()).orElse(limit),
            sentence,
            wording),
        why.map(WhyView::raised).orElse(List.of()),
        why.map(WhyView::lowered).orElse(List.of()),
        found.map(one -> moves(one, recorded, wording)).orElse(List.of()));
  }

  private List<WhatIfView.Move> moves(Interpretation now, RecordedCase recorded, Wording wording) {
    return recorded
        .decision()
        .map(decision -> explanations.of(recorded, decision))
        .flatMap(Explanation::found)
        .map(before -> Move.largest(before, now, MOVES))
        .orElse(List.of())
        .stream()
        .map(
            move ->
                new WhatIfView.Move(
                    wording.features().name(move.now().feature()),
                    cell(move.before(), wording),
                    cell(move.now(), wording)))
        .toList();
  }

  private static String cell(Contribution one, Wording wording) {
    return wording
        .messages()
        .text(
            "whatif.moves.cell",
            wording.formats().signed(one.logOdds(), 2),
            wording.features().value(one.feature(), one.value()));
  }

  private static String change(LoanDecision now, RecordedCase recorded, Wording wording) {
    return recorded
        .decision()
        .map(
            decision -> {
              double points =
                  (now.getProbabilityOfDefault() - decision.getProbabilityOfDefault()) * 100;
              return wording.counted(
                  "whatif.change",
                  points,
                  wording.formats().signed(points, 1),
                  wording.formats().percent(decision.getProbabilityOfDefault(), 1));
            })
        .orElse("");
  }

  private @Nullable List<WhatIfView.Suggestion> suggestions(
      ObjectNode application, LoanDecision now, Wording wording) {
    if (now.getOutcome() == DecisionOutcome.APPROVED) {
      return null;
    }
    Suggestions search =
        new Suggestions(
            changed ->
                scorer.score(changed) instanceof Answer.Given<LoanDecision> given
                    ? Optional.of(given.value())
                    : Optional.empty());
    List<WhatIfView.Suggestion> shown = new ArrayList<>();
    LeverWords words = new LeverWords(wording);
    for (Suggestions.Suggestion found : search.find(application)) {
      shown.add(
          new WhatIfView.Suggestion(
              found.changes().stream().map(words::of).toList(),
              new ScoreSentence(wording)
                  .of(
                      found.decision().getProbabilityOfDefault(),
                      found.decision().getThreshold())));
    }
    return shown;
  }

  private void answer(Context context, RecordedCase recorded, WhatIfView view) {
    pages.answer(
        context,
        "what-if",
        "find",
        Map.of("case", CaseHead.of(recorded, "what-if"), "whatif", view));
  }
}
