package io.creditstream.simulator.feed;

/** Events that could not be published; the message says why in one line. */
public final class FeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FeedException(String message) {
    super(message);
  }

  public FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
