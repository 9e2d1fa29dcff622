package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.Problem;
import io.creditstream.service.json.EventJson;
import io.creditstream.service.json.InvalidEventException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The routes of the scorer; {@code openapi.json} describes them. */
final class ScorerRoutes implements Consumer<JavalinDefaultRoutingApi> {

  private static final String JSON = "application/json";

  private final ModelView models;
  private final ScorerState state;
  private final Relay relay;
  private final ClientDecisions ofClients;
  private final WhatIf whatIf;
  private final Submitting intake;
  private final Rescoring rescoring;
  private final byte[] description = description();

  ScorerRoutes(
      ModelView models,
      ScorerState state,
      Relay relay,
      WhatIf whatIf,
      Submitting intake,
      Rescoring rescoring) {
    this.models = models;
    this.state = state;
    this.relay = relay;
    this.ofClients = new ClientDecisions(state);
    this.whatIf = whatIf;
    this.intake = intake;
    this.rescoring = rescoring;
  }

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.get("/openapi.json", context -> context.contentType(JSON).result(description));
    routes.get("/v1/model", models::handle);
    routes.post("/v1/score", whatIf::handle);
    routes.post("/v1/applications", intake::handle);
    routes.get("/v1/applications/{id}", this::application);
    routes.post("/v1/applications/{id}/rescore", rescoring::handle);
    routes.get("/v1/clients/{id}", ofClient(this::client));
    routes.get("/v1/clients/{id}/decisions", ofClient(ofClients::handle));
    routes.exception(
        InvalidEventException.class, (e, context) -> Bodies.problem(e).answer(context));
    routes.exception(
        StateUnavailableException.class,
        (e, context) -> Problem.of(503, String.valueOf(e.getMessage())).answer(context));
    routes.exception(
        RegistryUnavailableException.class,
        (e, context) ->
            Problem.of(503, "The schema registry cannot be reached: try again").answer(context));
  }

  /** Answers where the client of the path is held. */
  private Handler ofClient(Consumer<Context> here) {
    return context -> relay.forClient(context, context.pathParam("id"), () -> here.accept(context));
  }

  private void application(Context context) {
    relay.anywhere(
        context,
        () -> {
          Optional<KnownDecision> known = state.decision(context.pathParam("id"));
          known.ifPresent(found -> context.contentType(JSON).result(json(found)));
          return known.isPresent();
        },
        "There is no decision about the id");
  }

  /** The decision, and as one more member the decision that it superseded. */
  private static String json(KnownDecision known) {
    if (known.predecessor().isEmpty()) {
      return EventJson.line(known.decision());
    }
    ObjectNode body = EventJson.tree(known.decision());
    body.set("predecessor", EventJson.tree(known.predecessor().get()));
    return body.toString();
  }

  private void client(Context context) {
    String clientId = context.pathParam("id");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("clientId", clientId);
    ClientView.write(body, state.history(clientId));
    context.contentType(JSON).result(body.toString());
  }

  private static byte[] description() {
    try (InputStream stream = ScorerRoutes.class.getResourceAsStream("/openapi.json")) {
      return Objects.requireNonNull(stream, "openapi.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
