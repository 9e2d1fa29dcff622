package io.creditstream.standalone.cli;

import org.jspecify.annotations.Nullable;

/** A command that was called wrongly. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
