package io.creditstream.advisor.review;

import io.creditstream.advisor.review.ReviewState.Open;
import io.creditstream.advisor.review.ReviewState.Proposed;
import io.creditstream.advisor.review.ReviewState.Upheld;
import io.creditstream.advisor.review.ReviewTrail.Entry;
import io.creditstream.advisor.review.ReviewTrail.Kind;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.store.RecordedReview;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ReviewVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes what people ask for, one at a time for each application. Whether a step fits is judged on
 * what is recorded now, and once more by its place on the topic: a second advisor may have written
 * in between.
 */
public final class ReviewDesk {

  private static final long POLL_NANOS = 20_000_000;
  private static final int LOCKS = 64;

  private final CaseReader reader;
  private final ReviewPublisher publisher;
  private final InstantSource clock;
  private final Duration patience;
  private final List<Object> locks;

  /** Reviews that were written but not read back in time, by application. */
  private final Map<String, Written> unread = new ConcurrentHashMap<>();

  /**
   * @param patience how long to wait until what was written is read back
   */
  public ReviewDesk(
      CaseReader reader, ReviewPublisher publisher, InstantSource clock, Duration patience) {
    this.reader = reader;
    this.publisher = publisher;
    this.clock = clock;
    this.patience = patience;
    this.locks = java.util.stream.Stream.generate(Object::new).limit(LOCKS).toList();
  }

  private record Written(String reviewId, Instant at) {

    boolean is(RecordedReview review) {
      return review.reviewId().equals(reviewId) && review.reviewedAt().equals(at);
    }
  }

  /** Does what was asked for, or says why not. */
  public ReviewAnswer submit(ReviewRequest request) {
    synchronized (locks.get(Math.floorMod(request.applicationId().hashCode(), LOCKS))) {
      Optional<RecordedCase> recorded = reader.application(request.applicationId());
      Optional<LoanDecision> decision = recorded.flatMap(RecordedCase::decision);
      return decision.isEmpty()
          ? ReviewAnswer.NOT_NOW
          : submit(request, decision.get(), recorded.get().reviews());
    }
  }

  private ReviewAnswer submit(
      ReviewRequest request, LoanDecision decision, List<RecordedReview> reviews) {
    ReviewTrail trail = ReviewTrail.of(decision, reviews);
    if (hasUnread(request.applicationId(), reviews) || !trail.version().equals(request.seen())) {
      return ReviewAnswer.CHANGED;
    }
    if (decision.getOutcome() == DecisionOutcome.APPROVED || !fits(request.step(), trail.state())) {
      return ReviewAnswer.NOT_NOW;
    }
    if (request.lacksReason()) {
      return ReviewAnswer.NO_REASON;
    }
    if (request.isTooLong()) {
      return ReviewAnswer.LONG_REASON;
    }
    if (request.step() == ReviewStep.CONFIRM
        && trail.state() instanceof Proposed proposed
        && proposed.proposal().reviewer().equals(request.account())) {
      return ReviewAnswer.SAME_PERSON;
    }
    return record(request, event(request, decision, trail));
  }

  private boolean hasUnread(String applicationId, List<RecordedReview> reviews) {
    Written written = unread.get(applicationId);
    if (written == null) {
      return false;
    }
    if (reviews.stream().anyMatch(written::is)) {
      unread.remove(applicationId);
      return false;
    }
    return true;
  }

  private static boolean fits(ReviewStep step, ReviewState state) {
    return switch (step) {
      case UPHOLD -> !(state instanceof ReviewState.Overturned);
      case OVERTURN -> state instanceof Open || state instanceof Upheld;
      case CONFIRM -> state instanceof Proposed;
    };
  }

  private DecisionReview event(ReviewRequest request, LoanDecision decision, ReviewTrail trail) {
    DecisionReview review = new DecisionReview();
    review.setApplicationId(decision.getApplicationId());
    review.setClientId(decision.getClientId());
    review.setReviewId(UUID.randomUUID().toString());
    review.setReviewedAt(notBefore(decision.getDecidedAt()));
    review.setReviewer(request.account());
    review.setReason(request.reason().strip());
    review.setVerdict(
        request.step() == ReviewStep.UPHOLD ? ReviewVerdict.UPHELD : ReviewVerdict.OVERTURNED);
    review.setOutcome(
        switch (request.step()) {
          case UPHOLD -> DecisionOutcome.DECLINED;
          case OVERTURN -> trail.outcome(decision);
          case CONFIRM -> DecisionOutcome.APPROVED;
        });
    if (request.step() == ReviewStep.CONFIRM && trail.state() instanceof Proposed proposed) {
      review.setReviewId(proposed.proposal().reviewId());
      review.setReviewer(proposed.proposal().reviewer());
      review.setReason(proposed.proposal().reason());
      review.setApprover(request.account());
    }
    return review;
  }

  /** Clocks of two machines may differ; a review is never older than what it is about. */
  private Instant notBefore(Instant decidedAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(decidedAt) ? decidedAt : now;
  }

  private ReviewAnswer record(ReviewRequest request, DecisionReview review) {
    Written written = new Written(review.getReviewId(), review.getReviewedAt());
    unread.put(request.applicationId(), written);
    try {
      publisher.publish(review);
    } catch (ReviewUnavailableException e) {
      unread.remove(request.applicationId());
      return ReviewAnswer.UNAVAILABLE;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    do {
      Optional<Entry> entry = onTrail(request.applicationId(), written);
      if (entry.isPresent()) {
        unread.remove(request.applicationId());
        return entry.get().kind() == Kind.VOID ? ReviewAnswer.CHANGED : ReviewAnswer.RECORDED;
      }
      LockSupport.parkNanos(POLL_NANOS);
    } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
    return ReviewAnswer.ON_ITS_WAY;
  }

  private Optional<Entry> onTrail(String applicationId, Written written) {
    Optional<RecordedCase> recorded = reader.application(applicationId);
    return recorded
        .flatMap(RecordedCase::decision)
        .flatMap(
            decision ->
                ReviewTrail.of(decision, recorded.get().reviews()).entries().stream()
                    .filter(entry -> written.is(entry.review()))
                    .findFirst());
  }
}
