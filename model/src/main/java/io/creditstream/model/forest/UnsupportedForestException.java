package io.creditstream.model.forest;

/** A model that only LightGBM itself can run; the message says why in a few words. */
public final class UnsupportedForestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsupportedForestException(String message) {
    super(message);
  }
}
