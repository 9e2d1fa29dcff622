package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.services.Answer;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.wording.Messages;
import io.creditstream.schemas.LoanDecision;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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
    answer(context, form, Problem.NONE);
  }

  /** Hands the application over; where only the language was switched, shows it again alone. */
  void send(Context context) {
    ApplicationForm form =
        ApplicationForm.read(
            context::formParam,
            blank(),
            plans.newApplication(),
            pages.typed(context),
            pages.wording(context));
    if (Languages.isSwitched(context)) {
      Problem before = Problem.of(context.formParam("shown"));
      answer(context, before.key().isEmpty() ? form.unjudged() : form, before);
    } else if (!form.isSound()) {
      refuse(context, form, new Problem("form.wrong", ""));
    } else if (!guard.sight(context).includes(form.application().path("clientId").asText())) {
      refuse(context, form, new Problem("new.notAssigned", "clientId"));
    } else {
      handOver(context, form);
    }
  }

  private void handOver(Context context, ApplicationForm form) {
    Answer<Optional<LoanDecision>> answer = scorer.submit(form.application(), WAIT);
    if (answer instanceof Answer.Given<Optional<LoanDecision>>) {
      String id = form.application().path("applicationId").asText();
      awaitStored(id);
      context.redirect(Links.application(id, ""), HttpStatus.SEE_OTHER);
    } else if (answer instanceof Answer.Refused<Optional<LoanDecision>> refused) {
      refuse(context, form, new Problem("form.refused", refused.field()));
    } else {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      answer(context, form, new Problem("new.absent", ""));
    }
  }

  private void refuse(Context context, ApplicationForm form, Problem problem) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    answer(context, form, problem);
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

  private void answer(Context context, ApplicationForm form, Problem problem) {
    Messages messages = pages.wording(context).messages();
    String text = problem.key().isEmpty() ? "" : messages.text(problem.key());
    ApplicationForm shown = problem.field().isEmpty() ? form : form.with(problem.field(), text);
    pages.answer(
        context,
        "new",
        "new",
        Map.of("form", new NewView(shown.fields(), text, problem.toString())));
  }

  /**
   * Why an application was not taken.
   *
   * @param key of the message; empty where it was not sent yet
   * @param field that it is about; empty for the form as a whole
   */
  private record Problem(String key, String field) {

    static final Problem NONE = new Problem("", "");

    private static final Set<String> KEYS =
        Set.of("form.wrong", "form.refused", "new.notAssigned", "new.absent");

    /** As a page had it in its form, which anybody may change. */
    static Problem of(@Nullable String shown) {
      String[] parts = String.valueOf(shown).split(" ", 2);
      return KEYS.contains(parts[0])
          ? new Problem(parts[0], parts.length > 1 ? parts[1] : "")
          : NONE;
    }

    @Override
    public String toString() {
      return (key + " " + field).strip();
    }
  }
}
