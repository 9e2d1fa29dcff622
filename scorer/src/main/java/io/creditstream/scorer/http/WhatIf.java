package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.decision.Decisions;
import io.creditstream.scorer.decision.Origin;
import io.creditstream.scorer.decision.Scored;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.UUID;

/**
 * {@code POST /v1/score}: scores and explains an application that is not recorded, with the history
 * of the request or else with the one that is stored.
 */
final class WhatIf implements AutoCloseable {

  private static final String PATH = "/v1/score";
  private static final int NOWHERE = -1;

  private final Bodies bodies;
  private final InlineHistory histories;
  private final ScorerState state;
  private final Relay relay;
  private final SessionPool sessions;
  private final InstantSource clock;

  WhatIf(
      Bodies bodies,
      InlineHistory histories,
      ScorerState state,
      Relay relay,
      SessionPool sessions,
      InstantSource clock) {
    this.bodies = bodies;
    this.histories = histories;
    this.state = state;
    this.relay = relay;
    this.sessions = sessions;
    this.clock = clock;
  }

  void handle(Context context) {
    ObjectNode body = bodies.object(context);
    JsonNode inline = body.remove(InlineHistory.MEMBER);
    LoanApplication application = bodies.application(body);
    if (inline == null) {
      String clientId = application.getClientId();
      relay.forClient(
          context, clientId, () -> answer(context, application, state.history(clientId)));
    } else {
      answer(context, application, histories.read(inline, application.getClientId()));
    }
  }

  private void answer(Context context, LoanApplication application, ClientHistory history) {
    String traceId =
        TraceIds.parse(context.header(TraceIds.HEADER))
            .orElseGet(() -> TraceIds.derived(UUID.randomUUID().toString()));
    Applicant applicant = Applicant.of(application, history);
    LoanDecision decision =
        Decisions.of(
            applicant,
            score(applicant),
            new Origin(PATH, NOWHERE, NOWHERE, traceId),
            clock.instant());
    context.contentType("application/json").result(EventJson.line(decision));
  }

  private Scored score(Applicant applicant) {
    return sessions.with(
        session -> {
          if (!session.hasModel()) {
            throw new ProblemException(503, "No model is active yet: publish a champion");
          }
          return session.current().score(applicant, true);
        });
  }

  @Override
  public void close() {
    sessions.close();
  }
}
