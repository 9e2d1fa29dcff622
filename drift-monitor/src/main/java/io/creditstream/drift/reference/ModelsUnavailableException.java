package io.creditstream.drift.reference;

/** The published models cannot be read at the moment: what needs them must be tried again. */
public final class ModelsUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelsUnavailableException(String message) {
    super(message);
  }
}
