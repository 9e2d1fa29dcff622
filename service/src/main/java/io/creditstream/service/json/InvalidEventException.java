package io.creditstream.service.json;

/** JSON that is no event of the asked kind; the message names the field, never its value. */
public final class InvalidEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidEventException(String field, String message) {
    super(message, null, false, false);
    this.field = field;
  }

  /** Path of the field from the top of the document; empty for the document itself. */
  public String field() {
    return field;
  }
}
