package io.creditstream.features.dataset;

/** Files that cannot be used; the message names the file and says how to mend it in one line. */
public class DatasetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatasetException(String message) {
    super(message);
  }

  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
