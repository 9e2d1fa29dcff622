package io.creditstream.trainer.tracking;

import org.jspecify.annotations.Nullable;

/** A store of runs that cannot be reached, read or written; the message says how to mend it. */
public class TrackingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TrackingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
