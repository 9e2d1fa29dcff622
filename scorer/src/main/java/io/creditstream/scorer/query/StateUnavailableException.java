package io.creditstream.scorer.query;

/** The stores cannot be read now, since they are being moved, restored or closed. */
public final class StateUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StateUnavailableException(Throwable cause) {
    super("the local state is being restored or moved: try again", cause);
  }
}
