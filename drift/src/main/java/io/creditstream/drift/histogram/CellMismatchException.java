package io.creditstream.drift.histogram;

/** A vector that is none of the model it names; the message holds no value of it. */
public final class CellMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CellMismatchException(String message) {
    super(message, null, false, false);
  }
}
