package io.creditstream.service.kafka;

import org.jspecify.annotations.Nullable;

/** The topics are not as the service needs them; one line that says why and how to mend it. */
public final class TopicException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TopicException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
