package io.creditstream.advisor.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.review.ReviewTrail.Entry;
import io.creditstream.advisor.review.ReviewTrail.Kind;
import io.creditstream.advisor.store.RecordedReview;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ReviewVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTrailTest {

  private static final LoanDecision DECLINED = Samples.decision(1);
  private static final Instant LATER = DECLINED.getDecidedAt().plusSeconds(60);

  @Test
  void shouldHoldTheDecisionUntilASecondPersonConfirms() {
    ReviewTrail proposed = trail(proposal("r", "ann"));
    ReviewTrail confirmed = trail(proposal("r", "ann"), confirmation("r", "ann", "ben"));

    assertThat(proposed.state()).isInstanceOf(ReviewState.Proposed.class);
    assertThat(proposed.outcome(DECLINED)).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(confirmed.state()).isInstanceOf(ReviewState.Overturned.class);
    assertThat(confirmed.outcome(DECLINED)).isEqualTo(DecisionOutcome.APPROVED);
  }

  @Test
  void shouldNotCountAConfirmationByTheOneWhoProposed() {
    ReviewTrail trail = trail(proposal("r", "ann"), confirmation("r", "ann", "ann"));

    assertThat(kinds(trail)).containsExactly(Kind.PROPOSED, Kind.VOID);
    assertThat(trail.outcome(DECLINED)).isEqualTo(DecisionOutcome.DECLINED);
  }

  @Test
  void shouldNotCountAConfirmationOfWhatNobodyProposed() {
    assertThat(kinds(trail(confirmation("r", "ann", "ben")))).containsExactly(Kind.VOID);
    assertThat(kinds(trail(proposal("r", "ann"), confirmation("other", "ann", "ben"))))
        .containsExactly(Kind.PROPOSED, Kind.VOID);
    assertThat(kinds(trail(proposal("r", "ann"), confirmation("r", "cleo", "ben"))))
        .containsExactly(Kind.PROPOSED, Kind.VOID);
  }

  @Test
  void shouldCountTheFirstOfTwoProposalsAlone() {
    ReviewTrail trail = trail(proposal("r", "ann"), proposal("s", "ben"));

    assertThat(kinds(trail)).containsExactly(Kind.PROPOSED, Kind.VOID);
    assertThat(trail.state()).isEqualTo(new ReviewState.Proposed(trail.entries().get(0).review()));
  }

  @Test
  void shouldLetAProposalBeRefusedAndReviewedAgain() {
    ReviewTrail refused = trail(proposal("r", "ann"), upheld("s", "ben"));
    ReviewTrail again =
        trail(
            proposal("r", "ann"),
            upheld("s", "ben"),
            proposal("t", "ann"),
            confirmation("t", "ann", "ben"));

    assertThat(refused.state()).isInstanceOf(ReviewState.Upheld.class);
    assertThat(again.outcome(DECLINED)).isEqualTo(DecisionOutcome.APPROVED);
  }

  @Test
  void shouldChangeNothingAnyMoreOnceItIsOverturned() {
    ReviewTrail trail =
        trail(proposal("r", "ann"), confirmation("r", "ann", "ben"), upheld("s", "cleo"));

    assertThat(kinds(trail)).containsExactly(Kind.PROPOSED, Kind.OVERTURNED, Kind.VOID);
    assertThat(trail.outcome(DECLINED)).isEqualTo(DecisionOutcome.APPROVED);
  }

  @Test
  void shouldLeaveOutReviewsOfAnEarlierDecision() {
    LoanDecision anew = Samples.decision(1);
    anew.setDecidedAt(LATER.plusSeconds(1));

    ReviewTrail trail =
        ReviewTrail.of(anew, List.of(proposal("r", "ann"), confirmation("r", "ann", "ben")));

    assertThat(kinds(trail)).containsExactly(Kind.EARLIER, Kind.EARLIER);
    assertThat(trail.state()).isEqualTo(new ReviewState.Open());
    assertThat(trail.outcome(anew)).isEqualTo(DecisionOutcome.DECLINED);
  }

  @Test
  void shouldHaveAnotherVersionWithEveryReviewAndDecision() {
    LoanDecision anew = Samples.decision(1);
    anew.setDecidedAt(LATER);

    assertThat(trail().version())
        .isNotEqualTo(trail(proposal("r", "ann")).version())
        .isNotEqualTo(ReviewTrail.of(anew, List.of()).version());
  }

  private static List<Kind> kinds(ReviewTrail trail) {
    return trail.entries().stream().map(Entry::kind).toList();
  }

  private static ReviewTrail trail(RecordedReview... reviews) {
    return ReviewTrail.of(DECLINED, List.of(reviews));
  }

  private static RecordedReview proposal(String id, String reviewer) {
    return review(id, reviewer, null, ReviewVerdict.OVERTURNED, DecisionOutcome.DECLINED);
  }

  private static RecordedReview confirmation(String id, String reviewer, String approver) {
    return review(id, reviewer, approver, ReviewVerdict.OVERTURNED, DecisionOutcome.APPROVED);
  }

  private static RecordedReview upheld(String id, String reviewer) {
    return review(id, reviewer, null, ReviewVerdict.UPHELD, DecisionOutcome.DECLINED);
  }

  private static RecordedReview review(
      String id,
      String reviewer,
      @Nullable String approver,
      ReviewVerdict verdict,
      DecisionOutcome outcome) {
    return new RecordedReview(id, LATER, reviewer, approver, verdict, outcome, "because");
  }
}
