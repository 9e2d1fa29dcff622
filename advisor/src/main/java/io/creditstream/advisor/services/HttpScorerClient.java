package io.creditstream.advisor.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.service.json.EventReader;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

/** Asks a scorer by its HTTP API. */
public final class HttpScorerClient implements ScorerClient {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int DECIDED = 200;

  private final HttpJson http;

  public HttpScorerClient(URI scorer) {
    this.http = new HttpJson(scorer);
  }

  @Override
  public Answer<LoanDecision> score(ObjectNode application) {
    return Answers.map(
        http.post("/v1/score", application, PATIENCE), reply -> decision(reply.body()));
  }

  @Override
  public Answer<Optional<LoanDecision>> submit(ObjectNode application, Duration wait) {
    return Answers.map(
        http.post("/v1/applications?wait=" + wait, application, wait.plus(PATIENCE)),
        reply ->
            reply.status() == DECIDED ? Optional.of(decision(reply.body())) : Optional.empty());
  }

  @Override
  public Answer<ObjectNode> history(String clientId) {
    String path = "/v1/clients/" + URLEncoder.encode(clientId, UTF_8).replace("+", "%20");
    return Answers.map(http.get(path, PATIENCE), HttpJson.Reply::body);
  }

  private static LoanDecision decision(ObjectNode body) {
    return EventReader.read(body, LoanDecision.class);
  }
}
