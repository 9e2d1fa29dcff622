package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.services.Answer;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.LoanDecision;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** {@code /new}: an application typed in by hand, decided by the same stream as all others. */
final class NewPage {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Duration STORED_WITHIN = Duration.ofSeconds(5);
  private static final long POLL_NANOS = 50_000_000;

  private final ScorerClient scorer;
  private final CaseReader reader;
  private final FormPlans plans;
  private final Guard guard;
  private final Pages pages;
  private final InstantSource clock;

  NewPage(
      ScorerClient scorer,
      CaseReader reader,
      FormPlans plans,
      Guard guard,
      Pages pages,
      InstantSource clock) {
    this.scorer = scorer;
    this.reader = reader;
    this.plans = plans;
    this.guard = guard;
    this.pages = pages;
    this.clock = clock;
  }

  void show(Context context) {
    ApplicationForm form =
        ApplicationForm.of(
            JsonNodeFactory.instance.objectNode(), plans.newApplication(), pages.wording(context));
    answer(context, form, "");
  }

  void send(Context context) {
    Wording wording = pages.wording(context);
    ApplicationForm form =
        ApplicationForm.read(context::formParam, blank(), plans.newApplication(), wording);
    if (!form.isSound()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      answer(context, form, wording.messages().text("form.wrong"));
      return;
    }
    if (!guard.sight(context).includes(form.application().path("clientId").asText())) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      String error = wording.messages().text("new.notAssigned");
      answer(context, form.with("clientId", error), error);
      return;
    }
    Answer<Optional<LoanDecision>> answer = scorer.submit(form.application(), WAIT);
    if (answer instanceof Answer.Given<Optional<LoanDecision>>) {
      String id = form.application().path("applicationId").asText();
      awaitStored(id);
      context.redirect(Links.application(id, ""), HttpStatus.SEE_OTHER);
    } else if (answer instanceof Answer.Refused<Optional<LoanDecision>> refused) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      String error = wording.messages().text("form.refused");
      answer(context, form.with(refused.field(), error), error);
    } else {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      answer(context, form, wording.messages().text("new.absent"));
    }
  }

  /** The application exists once it was published; the store reads it a moment later. */
  private void awaitStored(String id) {
    long deadline = System.nanoTime() + STORED_WITHIN.toNanos();
    while (System.nanoTime() < deadline
        && reader.application(id).flatMap(found -> found.decision()).isEmpty()
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private ObjectNode blank() {
    ObjectNode application = JsonNodeFactory.instance.objectNode();
    application.put("applicationId", "M-" + UUID.randomUUID());
    application.put("submittedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    application.put("explain", true);
    return application;
  }

  private void answer(Context context, ApplicationForm form, String problem) {
    pages.answer(context, "new", "new", Map.of("form", new NewView(form.fields(), problem)));
  }
}
