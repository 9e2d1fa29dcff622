package io.creditstream.service.streams;

/** A stream cannot start; the message is one line that says why and how to mend it. */
public final class StreamsStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StreamsStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
