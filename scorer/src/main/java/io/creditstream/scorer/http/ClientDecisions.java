package io.creditstream.scorer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.scorer.decision.ClientDecisionKey;
import io.creditstream.scorer.query.DecisionSlice;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.javalin.http.Context;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/clients/{id}/decisions}: the decisions about a client, page by page. */
final class ClientDecisions {

  static final int USUAL_LIMIT = 20;
  static final int MOST = 100;

  private final ScorerState state;

  ClientDecisions(ScorerState state) {
    this.state = state;
  }

  void handle(Context context) {
    String clientId = context.pathParam("id");
    DecisionSlice page =
        state.decisions(
            clientId, position(context.queryParam("cursor")), limit(context.queryParam("limit")));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("clientId", clientId);
    ArrayNode array = body.putArray("decisions");
    page.decisions().forEach(known -> array.add(EventJson.tree(known.decision())));
    if (!page.next().isEmpty()) {
      body.put("next", cursor(page.next()));
    }
    context.contentType("application/json").result(body.toString());
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw badLimit();
    }
    throw badLimit();
  }

  private static ProblemException badLimit() {
    return new ProblemException(400, "Query parameter limit is no number from 1 to " + MOST);
  }

  private static String cursor(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
  }

  private static String position(@Nullable String cursor) {
    if (cursor == null) {
      return "";
    }
    try {
      String position = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (ClientDecisionKey.isPosition(position)) {
        return position;
      }
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
    throw badCursor();
  }

  private static ProblemException badCursor() {
    return new ProblemException(
        400, "Query parameter cursor is none that was given as next: leave it out to begin anew");
  }
}
