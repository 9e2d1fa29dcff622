package io.creditstream.standalone.run;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.simulator.feed.EventPublisher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays what becomes of granted loans: some simulated time after the application its outcome is
 * published, if the source of the applications knows it. What has not come due when the run ends is
 * never told.
 */
final class OutcomeFeed {

  private final EventPublisher publisher;
  private final Duration maturity;
  private final Map<String, Boolean> defaulted = new ConcurrentHashMap<>();
  private final PriorityQueue<LoanOutcome> due =
      new PriorityQueue<>(Comparator.comparing(LoanOutcome::getObservedAt));

  /**
   * @param publisher used by the thread that sees decisions alone
   * @param maturity time from an application to its outcome
   */
  OutcomeFeed(EventPublisher publisher, Duration maturity) {
    this.publisher = publisher;
    this.maturity = maturity;
  }

  /** An application is about to be sent. */
  void applied(Dossier dossier) {
    if (dossier.defaulted() != null) {
      defaulted.put(dossier.application().getApplicationId(), dossier.defaulted());
    }
  }

  /** A decision was seen; what came due before its application is published. */
  void decided(LoanDecision decision) {
    Boolean result = defaulted.remove(decision.getApplicationId());
    if (result != null && decision.getOutcome() == DecisionOutcome.APPROVED) {
      due.add(outcome(decision, result));
    }
    while (!due.isEmpty() && isDue(due.peek(), decision.getSubmittedAt())) {
      LoanOutcome outcome = due.poll();
      publisher.send(Topics.OUTCOMES, outcome.getClientId(), outcome);
    }
  }

  private LoanOutcome outcome(LoanDecision decision, boolean isDefault) {
    return new LoanOutcome(
        decision.getApplicationId(),
        decision.getClientId(),
        decision.getSubmittedAt().plus(maturity),
        isDefault ? RepaymentResult.DEFAULTED : RepaymentResult.REPAID);
  }

  private static boolean isDue(LoanOutcome outcome, Instant now) {
    return !outcome.getObservedAt().isAfter(now);
  }
}
