package io.creditstream.advisor.web;

/** Ends a request with a page that says what is wrong. */
final class PageError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;

  /**
   * @param status HTTP status
   * @param key the messages are {@code error.KEY.title} and {@code error.KEY.text}
   */
  PageError(int status, String key) {
    super(key, null, false, false);
    this.status = status;
    this.key = key;
  }

  int status() {
    return status;
  }

  String key() {
    return key;
  }
}
