package io.creditstream.service.http;

/** The server could not start; the message is one line that says why and how to mend it. */
public final class HttpStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public HttpStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
