package io.creditstream.model.forest;

/**
 * A text that says something that no training writes, such as a tree whose nodes form a ring.
 * LightGBM follows it without looking, which may end the process; the message says what is wrong in
 * a few words.
 */
public final class MalformedForestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedForestException(String message) {
    super(message);
  }

  public MalformedForestException(String message, Throwable cause) {
    super(message, cause);
  }
}
