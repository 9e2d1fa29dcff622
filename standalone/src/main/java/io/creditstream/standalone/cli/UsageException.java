package io.creditstream.standalone.cli;

/** A command that was called wrongly. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
