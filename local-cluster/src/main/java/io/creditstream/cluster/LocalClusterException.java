package io.creditstream.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A broker or registry of this process cannot start or stop; the message is one line that says what
 * is wrong and how to mend it.
 */
public final class LocalClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LocalClusterException(String message) {
    this(message, null);
  }

  public LocalClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
