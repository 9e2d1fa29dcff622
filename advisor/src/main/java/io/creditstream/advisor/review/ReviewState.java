package io.creditstream.advisor.review;

import io.creditstream.advisor.store.RecordedReview;

/** How far the review of an application has come. */
public sealed interface ReviewState {

  /** Nobody has reviewed the decision. */
  record Open() implements ReviewState {}

  /** Somebody proposes to overturn the decision, which holds until a second person confirms. */
  record Proposed(RecordedReview proposal) implements ReviewState {}

  /** The decision stands. */
  record Upheld(RecordedReview review) implements ReviewState {}

  /** The decision was reversed by two people, for good. */
  record Overturned(RecordedReview review) implements ReviewState {}
}
