package io.creditstream.advisor.web;

import io.creditstream.advisor.review.ReviewState;
import io.creditstream.advisor.review.ReviewState.Overturned;
import io.creditstream.advisor.review.ReviewState.Proposed;
import io.creditstream.advisor.review.ReviewState.Upheld;
import io.creditstream.advisor.review.ReviewTrail;
import io.creditstream.advisor.review.ReviewTrail.Entry;
import io.creditstream.advisor.review.ReviewTrail.Kind;
import io.creditstream.advisor.store.RecordedReview;
import io.creditstream.advisor.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tells of reviews in sentences. */
final class ReviewWords {

  private final Wording wording;

  ReviewWords(Wording wording) {
    this.wording = wording;
  }

  /** How far the review has come. */
  String state(ReviewState state) {
    if (state instanceof Proposed proposed) {
      return sentence(proposed.proposal(), Kind.PROPOSED);
    }
    if (state instanceof Upheld upheld) {
      return sentence(upheld.review(), Kind.UPHELD);
    }
    if (state instanceof Overturned overturned) {
      return sentence(overturned.review(), Kind.OVERTURNED);
    }
    return wording.messages().text("review.state.open");
  }

  /** The reviews that counted, about the decision that holds. */
  List<String> notes(ReviewTrail trail) {
    return trail.entries().stream()
        .filter(entry -> entry.kind() != Kind.VOID && entry.kind() != Kind.EARLIER)
        .map(entry -> sentence(entry.review(), entry.kind()))
        .toList();
  }

  /** All that was done, the newest first. */
  List<ReviewView.Line> lines(ReviewTrail trail) {
    List<ReviewView.Line> lines = new ArrayList<>();
    for (Entry entry : trail.entries()) {
      RecordedReview review = entry.review();
      lines.add(
          new ReviewView.Line(
              wording.formats().dateTime(review.reviewedAt()),
              what(review, entry.kind()),
              review.reason()));
    }
    Collections.reverse(lines);
    return lines;
  }

  private String what(RecordedReview review, Kind kind) {
    Kind meant =
        switch (kind) {
          case VOID, EARLIER ->
              switch (review.verdict()) {
                case UPHELD -> Kind.UPHELD;
                case OVERTURNED -> review.approver() == null ? Kind.PROPOSED : Kind.OVERTURNED;
              };
          default -> kind;
        };
    String what =
        wording
            .messages()
            .text(
                "review.did." + meant.name(), review.reviewer(), String.valueOf(review.approver()));
    return kind == meant ? what : what + " " + wording.messages().text("review.but." + kind.name());
  }

  private String sentence(RecordedReview review, Kind kind) {
    return wording
        .messages()
        .text(
            "review.note." + kind.name(),
            wording.formats().dateTime(review.reviewedAt()),
            review.reviewer(),
            wording.messages().text("outcome." + review.outcome().name()),
            String.valueOf(review.approver()));
  }
}
