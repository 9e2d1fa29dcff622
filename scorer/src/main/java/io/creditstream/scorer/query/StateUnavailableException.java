package io.creditstream.scorer.query;

/**
 * What is known cannot be told now: stores are being moved, restored or closed, or Kafka is away.
 */
public final class StateUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StateUnavailableException(Throwable cause) {
    this("the local state is being restored or moved: try again", cause);
  }

  public StateUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
