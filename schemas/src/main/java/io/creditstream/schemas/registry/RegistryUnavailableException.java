package io.creditstream.schemas.registry;

import org.jspecify.annotations.Nullable;

/**
 * The registry gave no usable answer: no connection, a timeout, an overload, a server error,
 * refused credentials or an answer that is none of the Confluent API. The data at hand is not to
 * blame: it must be kept until the registry is back.
 */
public final class RegistryUnavailableException extends RegistryException {

  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message) {
    this(message, null);
  }

  public RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
