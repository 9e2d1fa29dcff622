package io.creditstream.scorer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.scorer.query.PublishedApplications;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@code POST /v1/applications/{id}/rescore}: asks for a new decision with the history and the
 * model of now. The request goes over its topic, and names the decision that is current here:
 * asking again before that one is superseded changes nothing.
 */
final class Rescoring {

  private final Relay relay;
  private final ScorerState state;
  private final PublishedApplications applications;
  private final Serializer<RescoreRequest> serializer;
  private final Publishing publishing;
  private final InstantSource clock;

  Rescoring(
      Relay relay,
      ScorerState state,
      PublishedApplications applications,
      Serializer<RescoreRequest> serializer,
      Publishing publishing,
      InstantSource clock) {
    this.relay = relay;
    this.state = state;
    this.applications = applications;
    this.serializer = serializer;
    this.publishing = publishing;
    this.clock = clock;
  }

  void handle(Context context) {
    relay.anywhere(
        context,
        () -> {
          Optional<KnownDecision> known = state.decision(context.pathParam("id"));
          known.ifPresent(found -> rescore(context, found.decision()));
          return known.isPresent();
        },
        "There is no decision about the id that could be superseded");
  }

  private void rescore(Context context, LoanDecision current) {
    LoanApplication application = applications.at(current.getSource()).orElseThrow(Rescoring::gone);
    String topic = Topics.RESCORE_REQUESTS.name();
    RescoreRequest request =
        new RescoreRequest(
            application, current.getDecidedAt(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    SourceRecord place =
        publishing.write(
            topic,
            current.getClientId(),
            serializer.serialize(topic, request),
            context.header(TraceIds.HEADER));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("applicationId", current.getApplicationId());
    body.put("supersedes", current.getDecidedAt().toString());
    body.set("source", EventJson.tree(place));
    context
        .status(202)
        .header("Location", location(current.getApplicationId()))
        .contentType("application/json")
        .result(body.toString());
  }

  /** Where the decision about an application is read. */
  static String location(String applicationId) {
    return "/v1/applications/" + URLEncoder.encode(applicationId, UTF_8).replace("+", "%20");
  }

  private static ProblemException gone() {
    return new ProblemException(
        410,
        "The application is no longer on its topic and cannot be decided anew:"
            + " submit it under another id");
  }
}
