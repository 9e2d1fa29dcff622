package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.services.Answer;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.wording.Wording;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code GET /applications/{id}/data}: the application and the client's history. */
final class DataPage {

  private final Cases cases;
  private final ScorerClient scorer;
  private final Pages pages;

  DataPage(Cases cases, ScorerClient scorer, Pages pages) {
    this.cases = cases;
    this.scorer = scorer;
    this.pages = pages;
  }

  void handle(Context context) {
    RecordedCase recorded = cases.require(context);
    Wording wording = pages.wording(context);
    List<DataView.Section> sections =
        recorded
            .application()
            .map(application -> DataViews.sections(application, wording))
            .orElse(List.of());
    DataView view =
        scorer.history(recorded.clientId()) instanceof Answer.Given<ObjectNode> given
            ? new DataView(
                sections,
                DataViews.tables(given.value(), wording),
                "",
                DataViews.timeline(given.value(), wording))
            : new DataView(sections, List.of(), wording.messages().text("data.absent"), List.of());
    pages.answer(
        context, "data", "find", Map.of("case", CaseHead.of(recorded, "data"), "data", view));
  }
}
