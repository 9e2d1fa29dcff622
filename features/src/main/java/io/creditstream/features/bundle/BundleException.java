package io.creditstream.features.bundle;

/** A model bundle that cannot be used; the message says why in one line. */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BundleException(String message) {
    super(message);
  }

  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
