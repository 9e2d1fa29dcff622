package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.Problem;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.creditstream.service.json.InvalidEventException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/** The routes of the scorer; {@code openapi.json} describes them. */
final class ScorerRoutes implements Consumer<JavalinDefaultRoutingApi> {

  private static final String JSON = "application/json";

  private final ModelView models;
  private final ScorerState state;
  private final FinalDecisions decisions;
  private final ClientDecisions ofClients;
  private final WhatIf whatIf;
  private final Intake intake;
  private final byte[] description = description();

  ScorerRoutes(
      ModelView models,
      ScorerState state,
      FinalDecisions decisions,
      WhatIf whatIf,
      Intake intake) {
    this.models = models;
    this.state = state;
    this.decisions = decisions;
    this.ofClients = new ClientDecisions(decisions);
    this.whatIf = whatIf;
    this.intake = intake;
  }

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.get("/openapi.json", context -> context.contentType(JSON).result(description));
    routes.get("/v1/model", models::handle);
    routes.post("/v1/score", whatIf::handle);
    routes.post("/v1/applications", intake::handle);
    routes.get("/v1/applications/{id}", this::application);
    routes.get("/v1/clients/{id}", this::client);
    routes.get("/v1/clients/{id}/decisions", ofClients::handle);
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

  private void application(Context context) {
    String line =
        decisions
            .find(context.pathParam("id"))
            .map(known -> EventJson.line(known.decision()))
            .orElseThrow(
                () -> new ProblemException(404, "This scorer has no decision about the id"));
    context.contentType(JSON).result(line);
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
