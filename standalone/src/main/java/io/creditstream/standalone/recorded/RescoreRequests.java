package io.creditstream.standalone.recorded;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.simulator.feed.EventPublisher;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Asks the scorer to supersede decisions. */
public final class RescoreRequests {

  private final Connection connection;
  private final EventPublisher publisher;
  private long sent;
  private long gone;

  /**
   * What was asked.
   *
   * @param sent how many requests were written
   * @param gone how many decisions are about applications that the topics no longer hold
   */
  public record Done(long sent, long gone) {}

  public RescoreRequests(Connection connection, EventPublisher publisher) {
    this.connection = connection;
    this.publisher = publisher;
  }

  /** Asks for some decisions; the requests are written when it returns. */
  public void send(List<LoanDecision> decisions) {
    RecordedCases.applications(
        connection,
        decisions,
        (decision, found) ->
            found.ifPresentOrElse(application -> send(decision, application), () -> gone++));
    publisher.flush();
  }

  /** All that was asked so far. */
  public Done done() {
    return new Done(sent, gone);
  }

  private void send(LoanDecision decision, LoanApplication application) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    publisher.send(
        Topics.RESCORE_REQUESTS,
        decision.getClientId(),
        new RescoreRequest(application, decision.getDecidedAt(), now));
    sent++;
  }
}
