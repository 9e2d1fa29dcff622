package io.creditstream.advisor.store;

/** The store cannot be opened, read or written; the message says in one line how to mend it. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
