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
    answer(context, recorded, new WhatIfView(form.fields(), null, "", null));
  }

  /** Scores what was typed, or looks for changes that would be enough. */
  void score(Context context) {
    RecordedCase recorded = cases.require(context);
    Wording wording = pages.wording(context);
    ObjectNode application = application(recorded);
    ApplicationForm form =
        ApplicationForm.read(context::formParam, application, plans.whatIf(), wording);
    if (!form.isSound()) {
      context.status(422);
      answer(
          context,
          recorded,
          new WhatIfView(form.fields(), null, wording.messages().text("form.wrong"), null));
      return;
    }
    Answer<LoanDecision> answer = scorer.score(form.application());
    if (answer instanceof Answer.Given<LoanDecision> given) {
      boolean search = "suggest".equals(context.formParam("do"));
      answer(
          context,
          recorded,
          new WhatIfView(
              form.fields(),
              result(given.value(), recorded, wording),
              "",
              search ? suggestions(form.application(), given.value(), wording) : null));
    } else {
      answer(context, recorded, refused(form, answer, wording));
    }
  }

  private static WhatIfView refused(
      ApplicationForm form, Answer<LoanDecision> answer, Wording wording) {
    if (answer instanceof Answer.Refused<LoanDecision> refused) {
      String error = wording.messages().text("form.refused");
      return new WhatIfView(form.with(refused.field(), error).fields(), null, error, null);
    }
    return new WhatIfView(form.fields(), null, wording.messages().text("whatif.absent"), null);
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
    for (Suggestions.Suggestion found : search.find(application)) {
      shown.add(
          new WhatIfView.Suggestion(
              found.changes().stream()
                  .map(
                      change ->
                          wording
                              .messages()
                              .text(
                                  "lever." + change.lever().name(),
                                  wording.formats().percent(change.less(), 0),
                                  amount(found.application(), "amtCredit", wording),
                                  amount(found.application(), "amtAnnuity", wording)))
                  .toList(),
              new ScoreSentence(wording)
                  .of(
                      found.decision().getProbabilityOfDefault(),
                      found.decision().getThreshold())));
    }
    return shown;
  }

  private static String amount(ObjectNode application, String field, Wording wording) {
    return application.path(field).isNumber()
        ? wording.formats().number(application.path(field).doubleValue(), 0)
        : wording.messages().text("value.missing");
  }

  private void answer(Context context, RecordedCase recorded, WhatIfView view) {
    pages.answer(
        context,
        "what-if",
        "find",
        Map.of("case", CaseHead.of(recorded, "what-if"), "whatif", view));
  }
}
