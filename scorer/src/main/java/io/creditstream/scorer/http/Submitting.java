package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ApplicationDigest;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.query.KnownDecision;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventJson;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/applications}: publishes an application; with {@code ?wait=PT5S} it answers with
 * the recorded decision, if there is one in time and not too many wait already.
 */
final class Submitting {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Bodies bodies;
  private final Serializer<LoanApplication> serializer;
  private final Publishing publishing;
  private final Relay relay;
  private final Waiters waiters;

  Submitting(
      Bodies bodies,
      Serializer<LoanApplication> serializer,
      Publishing publishing,
      Relay relay,
      Waiters waiters) {
    this.bodies = bodies;
    this.serializer = serializer;
    this.publishing = publishing;
    this.relay = relay;
    this.waiters = waiters;
  }

  void handle(Context context) {
    Duration wait = wait(context.queryParam("wait"));
    LoanApplication application = bodies.application(bodies.object(context));
    if (wait.isZero() || !waiters.enter()) {
      accepted(context, application, publish(context, application));
      return;
    }
    try {
      decided(context, application, wait);
    } finally {
      waiters.leave();
    }
  }

  private void decided(Context context, LoanApplication application, Duration wait) {
    Relay.Answer answer = relay.elsewhere(context, application.getClientId(), wait);
    if (answer == Relay.Answer.GIVEN) {
      return;
    }
    // Where the holder does not answer it is published here all the same: a repeat changes nothing.
    SourceRecord place = publish(context, application);
    Optional<KnownDecision> decision =
        answer == Relay.Answer.UP_TO_THE_HOLDER
            ? waiters.await(application.getApplicationId(), wait)
            : Optional.empty();
    if (decision.isEmpty()) {
      accepted(context, application, place);
      return;
    }
    byte[] digest = new ApplicationDigest().of(application);
    if (!Arrays.equals(digest, decision.get().applicationDigest())) {
      throw new ProblemException(
          409, "The application id was decided with other content: use another id");
    }
    context.contentType("application/json").result(EventJson.line(decision.get().decision()));
  }

  private static Duration wait(@Nullable String text) {
    if (text == null) {
      return Duration.ZERO;
    }
    try {
      Duration wait = Duration.parse(text);
      if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
        return wait;
      }
    } catch (DateTimeException e) {
      throw badWait();
    }
    throw badWait();
  }

  private static ProblemException badWait() {
    return new ProblemException(
        400, "Query parameter wait is no duration from PT0S to " + LONGEST_WAIT);
  }

  private SourceRecord publish(Context context, LoanApplication application) {
    String topic = Topics.APPLICATIONS.name();
    byte[] value = serializer.serialize(topic, application);
    return publishing.write(
        topic, application.getClientId(), value, context.header(TraceIds.HEADER));
  }

  private static void accepted(Context context, LoanApplication application, SourceRecord place) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("applicationId", application.getApplicationId());
    body.set("source", EventJson.tree(place));
    context
        .status(202)
        .header("Location", Rescoring.location(application.getApplicationId()))
        .contentType("application/json")
        .result(body.toString());
  }
}
