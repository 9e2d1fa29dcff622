package io.creditstream.advisor.review;

import io.creditstream.schemas.DecisionReview;

/** Puts reviews on their topic. */
public interface ReviewPublisher extends AutoCloseable {

  /**
   * Returns once the review is written for good.
   *
   * @throws ReviewUnavailableException if that is not known to have happened
   */
  void publish(DecisionReview review);

  @Override
  void close();
}
