package io.creditstream.advisor.review;

/** Broker or registry did not answer in time. */
public final class ReviewUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReviewUnavailableException(Throwable cause) {
    super("the topic of the reviews cannot be written to now", cause);
  }
}
