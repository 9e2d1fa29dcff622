package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.scorer.validation.RecordRules;
import io.creditstream.scorer.validation.TimeRules;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.http.Problem;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventReader;
import io.creditstream.service.json.InvalidEventException;
import io.creditstream.service.json.StrictJson;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Map;

/** Reads what clients of the API send, by the same rules as the stream. */
final class Bodies {

  private final RecordRules<LoanApplication> rules = RecordRules.applications();
  private final TimeRules times;
  private final InstantSource clock;

  Bodies(TimeRules times, InstantSource clock) {
    this.times = times;
    this.clock = clock;
  }

  /** The JSON object of a request; a problem with status 415 or 400 where it is none. */
  ObjectNode object(Context context) {
    String type = context.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new ProblemException(415, "Send the body as application/json");
    }
    return StrictJson.object(context.body());
  }

  /** The application that a document holds; a problem with status 422 where it breaks a rule. */
  LoanApplication application(ObjectNode document) {
    LoanApplication application = EventReader.read(document, LoanApplication.class);
    DeadLetter broken =
        rules.broken(application, application.getClientId(), times, clock.instant());
    if (broken != null) {
      throw new ProblemException(422, broken.message(), Map.of("reason", broken.reason().code()));
    }
    return application;
  }

  /** What JSON that is no event means to the client. */
  static Problem problem(InvalidEventException e) {
    String detail = String.valueOf(e.getMessage());
    return e.field().isEmpty()
        ? Problem.of(400, detail)
        : new ProblemException(422, detail, Map.of("field", e.field())).problem();
  }
}
