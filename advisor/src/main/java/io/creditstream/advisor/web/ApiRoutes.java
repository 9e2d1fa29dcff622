package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CasePage;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.wording.Language;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;

/** The same for programs: {@code /api/decisions}, described by {@code /openapi.json}. */
final class ApiRoutes implements Consumer<JavalinDefaultRoutingApi> {

  private static final String JSON = "application/json";

  private final CaseReader reader;
  private final Cases cases;
  private final Guard guard;
  private final ApiDescription description = new ApiDescription();
  private final ApiPage page;

  ApiRoutes(CaseReader reader, Cases cases, Guard guard, Pages pages) {
    this.reader = reader;
    this.cases = cases;
    this.guard = guard;
    this.page = new ApiPage(description, pages);
  }

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.get("/openapi.json", this::describe);
    routes.get("/api", page::show);
    routes.get("/api/decisions", this::find);
    routes.get("/api/decisions/{id}", this::decision);
  }

  /** In English unless the reader's browser or choice says otherwise: programs say neither. */
  private void describe(Context context) {
    Language language = Languages.of(context);
    context
        .header("Content-Language", language.code())
        .header("Vary", "Accept-Language, Cookie")
        .contentType(JSON)
        .result(description.in(language).toPrettyString());
  }

  private void find(Context context) {
    FindForm form = FindForm.read(context::queryParam, ZoneOffset.UTC, Language.EN);
    if (!form.errors().isEmpty()) {
      String field = form.errors().keySet().stream().sorted().findFirst().orElseThrow();
      throw new ProblemException(
          400, "Query parameter " + field + " is not understood", Map.of("field", field));
    }
    CasePage page = reader.find(SeenQuery.of(form.query(), guard.sight(context)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("total", page.total());
    page.next().ifPresent(next -> body.put("after", next.value() + "_" + next.number()));
    ArrayNode decisions = body.putArray("decisions");
    page.lines().forEach(line -> decisions.add(line(line)));
    context.contentType(JSON).result(body.toString());
  }

  private static ObjectNode line(CaseLine line) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("applicationId", line.applicationId())
        .put("clientId", line.clientId())
        .put("decidedAt", line.decidedAt().toString())
        .put("outcome", line.outcome().name())
        .put("probabilityOfDefault", line.probability())
        .put("threshold", line.threshold())
        .put("income", line.income())
        .put("credit", line.credit())
        .put("age", line.age());
    line.traits().forEach((trait, value) -> node.put(FindForm.field(trait), value));
    return node;
  }

  private void decision(Context context) {
    RecordedCase recorded =
        cases
            .find(context)
            .orElseThrow(() -> new ProblemException(404, "Nothing is recorded under the id"));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("applicationId", recorded.applicationId()).put("clientId", recorded.clientId());
    recorded.application().ifPresent(application -> body.set("application", application));
    recorded.decision().ifPresent(decision -> body.set("decision", EventJson.tree(decision)));
    context.contentType(JSON).result(body.toString());
  }
}
