package io.creditstream.advisor.web;

import io.creditstream.advisor.store.CasePage;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.Trait;
import io.creditstream.advisor.wording.Wording;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** {@code GET /}: finds decisions. */
final class FindPage {

  private final CaseReader cases;
  private final TraitValues traits;
  private final Guard guard;
  private final Pages pages;
  private final ZoneId zone;

  FindPage(CaseReader cases, TraitValues traits, Guard guard, Pages pages, ZoneId zone) {
    this.cases = cases;
    this.traits = traits;
    this.guard = guard;
    this.pages = pages;
    this.zone = zone;
  }

  void handle(Context context) {
    Wording wording = pages.wording(context);
    FindForm form = FindForm.read(context::queryParam, zone, wording.language());
    Map<Trait, List<String>> known = traits.all();
    CasePage page = cases.find(SeenQuery.of(form.query(), guard.sight(context)));
    FindView view = new FindView(form, page, known, wording);
    pages.answer(context, "find", "find", Map.of("find", view));
  }
}
