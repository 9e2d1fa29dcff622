package io.creditstream.advisor.web;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.security.Sight;
import io.creditstream.advisor.store.CasePage;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.store.Trait;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.LoanDecision;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code GET /applications/{id}/compare}: the client among all or among similar clients. */
final class ComparePage {

  /** Who sees some clients alone is shown no smaller group of others. */
  private static final int LEAST = 10;

  private final Cases cases;
  private final CaseReader reader;
  private final Models models;
  private final TraitValues traits;
  private final Guard guard;
  private final Pages pages;
  private final ZoneId zone;

  ComparePage(
      Cases cases,
      CaseReader reader,
      Models models,
      TraitValues traits,
      Guard guard,
      Pages pages,
      ZoneId zone) {
    this.cases = cases;
    this.reader = reader;
    this.models = models;
    this.traits = traits;
    this.guard = guard;
    this.pages = pages;
    this.zone = zone;
  }

  void handle(Context context) {
    RecordedCase recorded = cases.require(context);
    LoanDecision decision = recorded.decision().orElseThrow(() -> new PageError(404, "undecided"));
    KnownModel model =
        models.find(decision.getModelSha256()).orElseThrow(() -> new PageError(404, "model"));
    Wording wording = pages.wording(context);
    List<String> features = features(decision, model);
    CompareForm form =
        CompareForm.read(
            context::queryParam, context.queryParams("near"), features, zone, wording.language());
    boolean tooFew =
        guard.sight(context) instanceof Sight.Assigned
            && reader.comparisons().size(form.group(decision, model)) < LEAST;
    if (tooFew) {
      form = form.withAll();
    }
    Map<Trait, List<String>> known = traits.all();
    FindView fields =
        new FindView(form.filter(), new CasePage(List.of(), 0, Optional.empty()), known, wording);
    CompareView view =
        new CompareViews(reader.comparisons(), wording).of(form, fields, features, decision, model);
    pages.answer(
        context,
        "compare",
        "find",
        Map.of(
            "case",
            CaseHead.of(recorded, "compare"),
            "compare",
            view,
            "notice",
            tooFew ? wording.messages().text("compare.tooFew", LEAST) : ""));
  }

  /**
   * Features that may be shown: first those that the client has, and of them those that weigh most
   * here, else in the model.
   */
  private static List<String> features(LoanDecision decision, KnownModel model) {
    List<Double> here = decision.getContributions();
    boolean explained = here.size() == model.dictionary().size();
    return IntStream.range(0, model.dictionary().size())
        .filter(i -> model.dictionary().get(i).showable())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> decision.getFeatures().get(i) == null)
                .thenComparing(
                    i ->
                        explained
                            ? -Math.abs(here.get(i))
                            : -model
                                .importance()
                                .getOrDefault(model.dictionary().get(i).name(), 0.0)))
        .map(i -> model.dictionary().get(i).name())
        .toList();
  }
}
