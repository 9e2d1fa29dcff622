package io.creditstream.advisor.review;

import io.creditstream.advisor.review.ReviewState.Open;
import io.creditstream.advisor.review.ReviewState.Overturned;
import io.creditstream.advisor.review.ReviewState.Proposed;
import io.creditstream.advisor.review.ReviewState.Upheld;
import io.creditstream.advisor.store.RecordedReview;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ReviewVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The reviews of an application in the order of their topic, and what they come to. The order alone
 * decides, so that everybody who reads the topic comes to the same: an event that does not fit what
 * came before it, such as a proposal beside another one or a confirmation by the person who
 * proposed, changes nothing.
 *
 * @param entries all reviews, the oldest first
 * @param state how far the review has come
 * @param version changes with every review and decision; for comparing what was seen with what is
 */
public record ReviewTrail(List<Entry> entries, ReviewState state, String version) {

  public ReviewTrail {
    entries = List.copyOf(entries);
  }

  /** What a review meant when it came. */
  public enum Kind {
    UPHELD,
    PROPOSED,
    OVERTURNED,
    /** It came too late and changed nothing. */
    VOID,
    /** It was about a decision that another one took the place of. */
    EARLIER
  }

  /** A review and what it meant. */
  public record Entry(RecordedReview review, Kind kind) {}

  /** The trail of a decision. */
  public static ReviewTrail of(LoanDecision decision, List<RecordedReview> reviews) {
    List<Entry> entries = new ArrayList<>();
    ReviewState state = new Open();
    for (RecordedReview review : reviews) {
      Kind kind =
          review.reviewedAt().isBefore(decision.getDecidedAt())
              ? Kind.EARLIER
              : kind(state, review);
      entries.add(new Entry(review, kind));
      state =
          switch (kind) {
            case UPHELD -> new Upheld(review);
            case PROPOSED -> new Proposed(review);
            case OVERTURNED -> new Overturned(review);
            case VOID, EARLIER -> state;
          };
    }
    return new ReviewTrail(
        entries, state, decision.getDecidedAt().toEpochMilli() + "-" + entries.size());
  }

  private static Kind kind(ReviewState state, RecordedReview review) {
    if (state instanceof Overturned) {
      return Kind.VOID;
    }
    if (review.verdict() == ReviewVerdict.UPHELD) {
      return Kind.UPHELD;
    }
    if (review.approver() == null) {
      return state instanceof Proposed ? Kind.VOID : Kind.PROPOSED;
    }
    return state instanceof Proposed proposed && confirms(review, proposed.proposal())
        ? Kind.OVERTURNED
        : Kind.VOID;
  }

  private static boolean confirms(RecordedReview review, RecordedReview proposal) {
    return review.reviewId().equals(proposal.reviewId())
        && review.reviewer().equals(proposal.reviewer())
        && !review.reviewer().equals(review.approver());
  }

  /** What holds now: what the decision said, unless a review says otherwise. */
  public DecisionOutcome outcome(LoanDecision decision) {
    if (state instanceof Upheld upheld) {
      return upheld.review().outcome();
    }
    return state instanceof Overturned overturned
        ? overturned.review().outcome()
        : decision.getOutcome();
  }
}
