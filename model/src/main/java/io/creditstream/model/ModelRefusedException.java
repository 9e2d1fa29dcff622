package io.creditstream.model;

/** A model that must not decide; the message says why in one line. */
public final class ModelRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelRefusedException(String message) {
    super(message);
  }

  public ModelRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
