package io.creditstream.advisor.security;

import org.jspecify.annotations.Nullable;

/** Somebody is not who they say they are, or that cannot be found out now. */
public final class LoginException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unavailable;

  private LoginException(String message, boolean unavailable, @Nullable Throwable cause) {
    super(message, cause);
    this.unavailable = unavailable;
  }

  /** What was shown proves nothing. */
  static LoginException refused(String message) {
    return new LoginException(message, false, null);
  }

  /** What was shown proves nothing. */
  static LoginException refused(String message, Throwable cause) {
    return new LoginException(message, false, cause);
  }

  /** The provider does not answer. */
  static LoginException unavailable(Throwable cause) {
    return new LoginException("the OpenID provider does not answer as it should", true, cause);
  }

  /** Whether trying again later may help. */
  public boolean isUnavailable() {
    return unavailable;
  }
}
