package io.creditstream.advisor.web;

import io.creditstream.advisor.review.ReviewAnswer;
import io.creditstream.advisor.review.ReviewDesk;
import io.creditstream.advisor.review.ReviewRequest;
import io.creditstream.advisor.review.ReviewState;
import io.creditstream.advisor.review.ReviewStep;
import io.creditstream.advisor.review.ReviewTrail;
import io.creditstream.advisor.security.Person;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.wording.Messages;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /applications/{id}/review}: people look at a refused or referred application. */
final class ReviewPage {

  private final Cases cases;
  private final ReviewDesk desk;
  private final Guard guard;
  private final Pages pages;

  ReviewPage(Cases cases, ReviewDesk desk, Guard guard, Pages pages) {
    this.cases = cases;
    this.desk = desk;
    this.guard = guard;
    this.pages = pages;
  }

  /**
   * What was sent, to be shown again.
   *
   * @param problem the end of the key of the message about it; empty for none
   */
  private record Sent(String problem, String reason, String step, String account) {

    static final Sent NOTHING = new Sent("", "", "", "");
  }

  void show(Context context) {
    answer(context, Sent.NOTHING);
  }

  /** Records the review; where only the language was switched, shows it again alone. */
  void send(Context context) {
    RecordedCase recorded = cases.require(context);
    List<Person> people = guard.people(context);
    String account = text(context, "reviewer");
    Optional<Person> person =
        people.size() == 1
            ? Optional.of(people.get(0))
            : people.stream().filter(one -> one.account().equals(account)).findFirst();
    Optional<ReviewStep> step = step(text(context, "step"));
    String reason = plain(text(context, "reason"));
    if (people.isEmpty()) {
      throw new PageError(403, "forbidden");
    }
    if (Languages.isSwitched(context)) {
      answer(context, new Sent(text(context, "shown"), reason, text(context, "step"), account));
      return;
    }
    if (person.isEmpty() || step.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      String problem = person.isEmpty() ? "NO_PERSON" : "NO_STEP";
      answer(context, new Sent(problem, reason, text(context, "step"), account));
      return;
    }
    ReviewAnswer answer =
        desk.submit(
            new ReviewRequest(
                recorded.applicationId(),
                text(context, "seen"),
                step.get(),
                reason,
                person.get().account()));
    if (answer == ReviewAnswer.RECORDED) {
      context.redirect(Links.application(recorded.applicationId(), "review"), HttpStatus.SEE_OTHER);
      return;
    }
    context.status(status(answer));
    answer(
        context,
        new Sent(
            answer.name(),
            answer == ReviewAnswer.ON_ITS_WAY ? "" : reason,
            step.get().name(),
            account));
  }

  private static HttpStatus status(ReviewAnswer answer) {
    return switch (answer) {
      case RECORDED, ON_ITS_WAY -> HttpStatus.OK;
      case NO_REASON, LONG_REASON, SAME_PERSON -> HttpStatus.UNPROCESSABLE_CONTENT;
      case CHANGED, NOT_NOW -> HttpStatus.CONFLICT;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static String text(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /** Browsers end lines by CR LF; other control characters have no place in a reason. */
  private static String plain(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", " ").strip();
  }

  private static Optional<ReviewStep> step(String name) {
    for (ReviewStep step : ReviewStep.values()) {
      if (step.name().equals(name)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private void answer(Context context, Sent sent) {
    RecordedCase recorded = cases.require(context);
    Wording wording = pages.wording(context);
    @Nullable ReviewView view =
        recorded
            .decision()
            .map(decision -> view(recorded, decision, sent, guard.people(context), wording))
            .orElseThrow(() -> new PageError(404, "undecided"));
    pages.answer(
        context, "review", "find", Map.of("case", CaseHead.of(recorded, "review"), "review", view));
  }

  private static ReviewView view(
      RecordedCase recorded,
      LoanDecision decision,
      Sent sent,
      List<Person> people,
      Wording wording) {
    ReviewTrail trail = ReviewTrail.of(decision, recorded.reviews());
    DecisionOutcome outcome = trail.outcome(decision);
    ReviewWords words = new ReviewWords(wording);
    Messages messages = wording.messages();
    boolean proposed = trail.state() instanceof ReviewState.Proposed;
    return new ReviewView(
        messages.text("outcome." + outcome.name()),
        outcome.name().toLowerCase(Locale.ROOT),
        words.state(trail.state()),
        problem(sent.problem(), messages),
        closed(decision, trail, people, messages),
        people.size() == 1 ? messages.text("review.as", people.get(0).name()) : "",
        people.size() < 2 ? List.of() : choices(people, sent.account()),
        steps(proposed, sent.step(), messages),
        trail.state() instanceof ReviewState.Proposed one ? one.proposal().reason() : "",
        sent.reason(),
        trail.version(),
        words.lines(trail),
        sent.problem());
  }

  /** Nothing for a key that no page of this site has sent. */
  private static String problem(String name, Messages messages) {
    String key = "review.answer." + name;
    return messages.has(key) ? messages.text(key, ReviewRequest.LONGEST_REASON) : "";
  }

  private static String closed(
      LoanDecision decision, ReviewTrail trail, List<Person> people, Messages messages) {
    if (decision.getOutcome() == DecisionOutcome.APPROVED) {
      return messages.text("review.closed.approved");
    }
    if (trail.state() instanceof ReviewState.Overturned) {
      return messages.text("review.closed.overturned");
    }
    return people.isEmpty() ? messages.text("review.closed.login") : "";
  }

  private static List<FindView.Option> choices(List<Person> people, String chosen) {
    return people.stream()
        .map(
            person ->
                new FindView.Option(
                    person.account(), person.name(), person.account().equals(chosen)))
        .toList();
  }

  private static List<FindView.Option> steps(boolean proposed, String chosen, Messages messages) {
    List<ReviewStep> steps =
        proposed
            ? List.of(ReviewStep.CONFIRM, ReviewStep.UPHOLD)
            : List.of(ReviewStep.UPHOLD, ReviewStep.OVERTURN);
    return steps.stream()
        .map(
            step ->
                new FindView.Option(
                    step.name(),
                    messages.text("review.step." + step.name()),
                    step.name().equals(chosen)))
        .toList();
  }
}
